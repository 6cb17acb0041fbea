"""The browser as a network of its own: sessions are addresses, open pages are lines, the mailbox is our own database.

The sockets themselves belong to bot/web; nothing here knows HTTP.
"""

from bot.adapters.browser.mailbox import StoredMailbox
from bot.adapters.browser.translate import ACCOUNT
from bot.adapters.browser.transport import BrowserTransport

__all__ = ["ACCOUNT", "BrowserTransport", "StoredMailbox"]
