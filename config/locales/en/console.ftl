# Words of the terminal around what the assistant says.

console-hello = You can send pictures and files with @ and the path of the file. Press Ctrl+D to end.
console-also = You can also write:
console-saved = Saved as
console-picture = (There is a picture here. A terminal cannot show it.)
console-pictures = There are several pictures here that a terminal cannot show:
console-withdrawn = (An earlier message was withdrawn. Please do not go by it any more.)
