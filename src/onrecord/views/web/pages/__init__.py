"""The pages, a file each: every function takes the desk and a request, and gives the answer."""
