# What may never have arrived.

unheard-nothing = There is nothing left that I could show again.
unheard-left = Fine, I leave it at that.
