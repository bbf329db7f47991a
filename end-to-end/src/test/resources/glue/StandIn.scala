// The few classes of Glue that GlueApp.scala uses, with the signatures of AWS's public aws-glue-libs.
package com.amazonaws.services.glue {

  import org.apache.spark.SparkContext

  class GlueContext(val sparkContext: SparkContext)

  package util {

    object GlueArgParser {
      def getResolvedOptions(arguments: Array[String], names: Array[String]): Map[String, String] =
        names.map { name =>
          val at = arguments.indexOf("--" + name)
          if (at < 0) throw new IllegalArgumentException("the following arguments are required: --" + name)
          name -> arguments(at + 1)
        }.toMap
    }

    object Job {
      def init(name: String, context: GlueContext, options: java.util.Map[String, String]): Unit =
        println(s"Glue: job $name begins, Spark ${context.sparkContext.version}, options $options")

      def commit(): Unit = println("Glue: job committed")
    }
  }
}
