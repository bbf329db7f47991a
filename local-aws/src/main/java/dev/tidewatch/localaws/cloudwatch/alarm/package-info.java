/** CloudWatch's alarms: what they watch, their states, and whom they tell. */
package dev.tidewatch.localaws.cloudwatch.alarm;
