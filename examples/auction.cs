#:package MechanismDsl@0.1.0
// A whole program in one file: `dotnet run auction.cs`. The package brings the generator and the analyzers.
var sale = Vickrey.Run([10, 8, 6, 4]);
Console.WriteLine($"bidder {sale.Winner} wins and pays {sale.Price}");
Console.WriteLine(Vickrey.Explanation);

[Mechanism, SingleItem, Efficient]
public partial class Vickrey;
