/** What every extension must pass, and stand-ins to try it on: extend the contract of your extension point in a test. */
@Export
@Version("1.1.0")
@NullMarked
package org.curbside.testkit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
