using MechanismDsl.Generators.Planning.Optimal;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Writing.Tables;

/// <summary>Writes the constants of a mechanism that is a table over finitely many types.</summary>
internal static class OptimalNumbersWriter
{
    /// <summary>Writes revenue and welfare, each as a double and as the fraction that it is.</summary>
    public static void Write(OptimalNumbers numbers, SourceWriter writer)
    {
        List<(string Name, string Summary, string Type, string Value)> constants =
        [
            ("ExpectedRevenue", "Expected payments less expected cost, under the stated prior.", "double", NumberText.Exact(numbers.Revenue)),
            ("ExactRevenue", "The same as the fraction that it is.", "string", Text.Literal(numbers.ExactRevenue)),
            ("ExpectedWelfare", "What the decision is worth to all together in expectation, its cost deducted.", "double", NumberText.Exact(numbers.Welfare)),
            ("ExactWelfare", "The same as the fraction that it is.", "string", Text.Literal(numbers.ExactWelfare)),
        ];
        if (numbers.Objective is { } objective)
        {
            constants.Add(("ExpectedObjective", "The value of the author's own goal, under the stated prior.", "double", NumberText.Exact(objective)));
            constants.Add(("ExactObjective", "The same as the fraction that it is.", "string", Text.Literal(numbers.ExactObjective)));
        }

        foreach (var (name, summary, type, value) in constants)
        {
            writer.Doc("summary", summary);
            writer.Line(Stamp.Attribute());
            writer.Line($"public const {type} {name} = {value};");
            writer.Line();
        }
    }
}
