using System.Globalization;
using System.Reflection;
using MechanismDsl.Generators.Tests.Support;

namespace MechanismDsl.Generators.Tests.Golden;

/// <summary>A declaration and the numbers that its generated code has to give.</summary>
/// <param name="Attributes">What stands beside <c>[Mechanism]</c>.</param>
/// <param name="Checks">Expressions, in which $ is the mechanism, with their numbers: outcomes are flattened (winner and price; quantity and payment of each agent; …).</param>
internal sealed record GoldenRow(string Attributes, params (string Expression, double[] Expected)[] Checks)
{
    /// <summary>What is computed apart from the library agrees with it to this.</summary>
    private const double Tolerance = 1e-9;

    private const string Shared = """
        internal enum Abc { A, B, C }
        internal enum Ab { A, B }

        internal static class Flat
        {
            public static double[] Of(double number) => [number];
            public static double[] Of(int number) => [number];
            public static double[] Of(bool holds) => [holds ? 1 : 0];
            public static double[] Of(decimal number) => [(double)number];
            public static double[] Of(Sale<double> sale) => [sale.Winner, sale.Price];
            public static double[] Of(Sale<decimal> sale) => [sale.Winner, (double)sale.Price];
            public static double[] Of(Sale<long> sale) => [sale.Winner, sale.Price];
            public static double[] Of(Awards<double> awards) => [.. awards.Agents.ToArray().SelectMany(award => new[] { award.Quantity, award.Payment })];
            public static double[] Of(Awards<long> awards) => [.. awards.Agents.ToArray().SelectMany(award => new[] { award.Quantity, award.Payment })];
            public static double[] Of(Placements<double> places) => [.. places.Agents.ToArray().SelectMany(place => new[] { place.Slot, place.Payment })];
            public static double[] Of(Allotments<double> items) => [.. items.Agents.ToArray().SelectMany(item => new[] { item.Item, item.Payment })];
            public static double[] Of(PackageAwards<double> bids) => [.. bids.Bidders.ToArray().SelectMany(bid => new[] { bid.Bid, bid.Payment })];
            public static double[] Of(PackageAwards<decimal> bids) => [.. bids.Bidders.ToArray().SelectMany(bid => new[] { bid.Bid, (double)bid.Payment })];
            public static double[] Of(GoodsAwards<double> goods) => [.. goods.Bidders.ToArray().SelectMany(award => new[] { award.Goods, award.Payment })];
            public static double[] Of(GoodsAwards<long> goods) => [.. goods.Bidders.ToArray().SelectMany(award => new[] { award.Goods, (double)award.Payment })];
            public static double[] Of(Trades<double> trades) => [trades.Count, trades.Clearing.BuyerPays, trades.Clearing.SellerReceives];
            public static double[] Of(Trades<long> trades) => [trades.Count, trades.Clearing.BuyerPays, trades.Clearing.SellerReceives];
            public static double[] Of<T>(Decision<T, double> choice) where T : struct, Enum => [Convert.ToDouble(choice.Outcome), .. choice.Payments];
            public static double[] Of<T>(Decision<T, long> choice) where T : struct, Enum => [Convert.ToDouble(choice.Outcome), .. choice.Payments.ToArray().Select(payment => (double)payment)];
            public static double[] Of<T>(Decision<T, decimal> choice) where T : struct, Enum => [Convert.ToDouble(choice.Outcome), .. choice.Payments.ToArray().Select(payment => (double)payment)];
        }

        """;

    /// <summary>Methods of the mechanism.</summary>
    public string Body { get; init; } = string.Empty;

    /// <summary>Compiles all declarations together, as strictly as the programs of the design, and compares every number.</summary>
    public static void Check(GoldenRow[] rows)
    {
        var types = rows.Select((row, index) => $"[Mechanism, {row.Attributes}] internal partial class M{index} {{ {row.Body} }}\n");
        var calls = rows.SelectMany((row, index) => row.Checks.Select((check, place) => $"public static double[] C{index}_{place}() => Flat.Of({check.Expression.Replace("$", "M" + index)});\n"));
        var source = $"using System.Linq;\n{Shared}{string.Concat(types)}internal static class Calls\n{{\n{string.Concat(calls)}}}\n";
        var type = Driver.Load(source).Assembly.GetType("Calls")!;
        var wrong = rows.SelectMany((row, index) => row.Checks.Select((check, place) =>
            (row.Attributes, check.Expression, check.Expected, Actual: (double[])type.GetMethod($"C{index}_{place}", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, null)!)))
            .Where(one => one.Actual.Length != one.Expected.Length || one.Actual.Zip(one.Expected).Any(pair => Math.Abs(pair.First - pair.Second) > Tolerance * Math.Max(1, Math.Abs(pair.Second))))
            .Select(one => $"{one.Attributes}: {one.Expression} is {Text(one.Actual)}, not {Text(one.Expected)}");
        Assert.Empty(wrong);
    }

    private static string Text(double[] numbers) => string.Join(", ", numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture)));
}
