/// One window per home: finding the one that is open, and asking it to come to the front.
package dev.switchyard.adapter.instance;
