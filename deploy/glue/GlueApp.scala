import com.amazonaws.services.glue.GlueContext
import com.amazonaws.services.glue.util.{GlueArgParser, Job}
import dev.tidewatch.etl.EtlCommand
import org.apache.spark.SparkContext
import scala.collection.JavaConverters._

// Glue compiles this file; everything else is in the jar of --extra-jars. Job.init lets Glue's own
// metrics of the job begin; bookmarks are not used, the job's checkpoint knows how far it has read.
object GlueApp {
  def main(arguments: Array[String]): Unit = {
    val spark = SparkContext.getOrCreate()
    sys.props.getOrElseUpdate("spark.master", spark.master) // the job fails by an exception, not by an exit code
    val options = GlueArgParser.getResolvedOptions(arguments, Array("JOB_NAME"))
    Job.init(options("JOB_NAME"), new GlueContext(spark), options.asJava)
    EtlCommand.main(arguments)
    Job.commit()
  }
}
