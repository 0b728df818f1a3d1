"""The Processing provider and its algorithms: parameters in, styled outputs out."""
