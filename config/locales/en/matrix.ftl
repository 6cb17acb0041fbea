# What stands below a question with choices on Matrix, where there are no buttons.

# Below a numbered list.
matrix-choose = The number is enough, typed or as a reaction.
# The words follow, separated by commas.
matrix-words = You can also write:
