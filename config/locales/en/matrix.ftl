# What stands below a question with choices on Matrix, where there are no buttons.

# Below a numbered list.
matrix-choose = Just write the number or the words.
# The words follow, separated by commas.
matrix-words = Or write:
