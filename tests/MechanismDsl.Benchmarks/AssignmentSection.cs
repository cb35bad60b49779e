using Google.OrTools.Graph;
using MechanismDsl.Kernels;

namespace MechanismDsl.Benchmarks;

/// <summary>Assignment with all Clarke payments, against OR-Tools' cost scaling, which finds the assignment alone, and against one read of the values.</summary>
internal static class AssignmentSection
{
    public static IEnumerable<Comparison> Comparisons()
    {
        foreach (var agents in (int[])[50, 200, 500, 1000])
        {
            yield return Market($"{agents} agents and items, uniform values", Uniform(agents, agents), agents, slower: agents >= 1000 ? 0.1 : null);
        }

        yield return Market("1000 agents and items, common values and 10 % noise", Common(1000), 1000, slower: 1);
        yield return Read("1000 agents, 2000 items, uniform values", Uniform(1000, 2000), 2000, most: null);
        yield return Read("4000 agents and items, uniform values", Uniform(4000, 4000), 4000, most: 15);
    }

    private static Comparison Market(string title, double[] values, int items, double? slower)
    {
        var assigned = new int[values.Length / items];
        var payments = new double[assigned.Length];
        return new(
            title,
            1,
            new("OR-Tools, no payments", () => OrTools(values, items)),
            new Variant("Assignment.Run, all payments", () => Run(values, items, assigned, payments), slower))
        {
            Rounds = 5,
        };
    }

    private static Comparison Read(string title, double[] values, int items, double? most)
    {
        var assigned = new int[values.Length / items];
        var payments = new double[assigned.Length];
        return new(
            title,
            1,
            new("one read of the values", () => BareRead.Sum(values)),
            new Variant("Assignment.Run, all payments", () => Run(values, items, assigned, payments), most))
        {
            Rounds = 5,
        };
    }

    private static double Run(double[] values, int items, int[] assigned, double[] payments)
    {
        Assignment.Run(values, items, assigned, payments);
        return payments[0];
    }

    /// <summary>Integers, because its costs are; whole multiples of 10⁻⁹.</summary>
    private static double OrTools(double[] values, int items)
    {
        using var problem = new LinearSumAssignment();
        var agents = values.Length / items;
        for (var agent = 0; agent < agents; agent++)
        {
            for (var item = 0; item < items; item++)
            {
                problem.AddArcWithCost(agent, item, -(long)(values[(agent * items) + item] * 1e9));
            }
        }

        problem.Solve();
        return problem.OptimalCost();
    }

    private static double[] Uniform(int agents, int items) => new Draws(4711).Uniforms(agents * items, 1);

    private static double[] Common(int size)
    {
        var draws = new Draws(815);
        var common = draws.Uniforms(size);
        var values = draws.Uniforms(size * size);
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = common[index % size] * (0.9 + (0.2 * values[index]));
        }

        return values;
    }
}
