/**
 * The stores that objects are delivered to: a bucket of S3, or a folder. Start at {@link
 * dev.tidewatch.etl.deliver.store.ObjectStores}.
 */
package dev.tidewatch.etl.deliver.store;
