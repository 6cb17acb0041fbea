# Being in the public list: saying yes later, too.

listing-done = Done! { $name } is in the public list now. You can take that back at any time with /mydata.
listing-not = All right. Everything stays as it is.
listing-nothing-to-ask = There is nothing to decide at the moment. /mydata shows you what you have said yes to.
