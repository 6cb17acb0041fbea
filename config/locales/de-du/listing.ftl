# Nur, was beim Du anders klingt.

listing-done = Gern! { $name } steht jetzt in der öffentlichen Liste. Mit /meinedaten nimmst du das jederzeit zurück.
listing-nothing-to-ask = Da ist gerade nichts zu entscheiden. Mit /meinedaten siehst du, was gilt.
