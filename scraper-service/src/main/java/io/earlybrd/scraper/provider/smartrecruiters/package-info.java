/** SmartRecruiters' public posting API. */
@NullMarked
package io.earlybrd.scraper.provider.smartrecruiters;

import org.jspecify.annotations.NullMarked;
