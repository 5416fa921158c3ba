/** What the pages of this service share: their frame, their one stylesheet, their icon. */
package io.earlybrd.notifier.page;
