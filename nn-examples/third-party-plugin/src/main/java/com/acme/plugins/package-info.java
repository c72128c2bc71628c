/** Plugins of a third party, each with its contract test. */
package com.acme.plugins;
