/// The program that `switchyard status` is measured against.
module bare.reading {
  requires com.github.oshi;
}
