@main
enum Nakami {
  static func main() {
    print("nakami")
  }
}
