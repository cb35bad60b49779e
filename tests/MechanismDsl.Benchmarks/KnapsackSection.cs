using MechanismDsl.Kernels;

namespace MechanismDsl.Benchmarks;

/// <summary>Knapsacks with all payments, against one dynamic program that finds only the best sum.</summary>
internal static class KnapsackSection
{
    private const int Agents = 100;
    private const int Capacity = 1000;

    public static IEnumerable<Comparison> Comparisons()
    {
        var draws = new Draws(77_000);
        var values = draws.Uniforms(Agents, 100);
        int[] sizes = [.. draws.Uniforms(Agents, 60).Select(size => 1 + (int)size)];
        Int128[] scores = [.. values.Select(value => FixedPoint.Of(value))];
        var standings = new Standing<Int128>[Agents];
        yield return new(
            $"knapsack, {Agents} agents, capacity {Capacity}",
            1,
            new("one program of exact sums", () => (double)Best(scores, sizes)),
            new Variant("ExactKnapsack, all prices", () => Decide(withTies: false), 3),
            new Variant("… with ties told", () => Decide(withTies: true), 3),
            new Variant("GreedyKnapsack, all prices", () =>
            {
                GreedyKnapsack.Decide(scores, sizes, Capacity, [], standings);
                return (double)standings[0].Critical;
            }, 3));

        double Decide(bool withTies)
        {
            ExactKnapsack.Decide(scores, sizes, Capacity, [], withTies, standings);
            return (double)standings[0].Critical;
        }
    }

    private static Int128 Best(Int128[] scores, int[] sizes)
    {
        var table = new Int128[Capacity + 1];
        for (var agent = 0; agent < scores.Length; agent++)
        {
            for (var room = Capacity; room >= sizes[agent]; room--)
            {
                var with = table[room - sizes[agent]] + scores[agent];
                table[room] = with > table[room] ? with : table[room];
            }
        }

        return table[Capacity];
    }
}
