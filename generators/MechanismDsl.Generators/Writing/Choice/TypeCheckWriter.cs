using MechanismDsl.Generators.Planning;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Writing.Choice;

/// <summary>Writes the check of a reported type: one of finitely many, or a number of the declared interval.</summary>
internal sealed class TypeCheckWriter(ChoicePlan plan, ChoiceText text, SourceWriter writer)
{
    /// <summary>Writes the check and the tables of types that it needs.</summary>
    public void Write(ChoiceReport.OfType type)
    {
        var tables = type.Finite.Distinct().Where(types => types.Count > 0 && !IsRange(types)).ToList();
        for (var table = 0; table < tables.Count; table++)
        {
            writer.Doc("summary", "Types that an agent can have, ascending.");
            writer.Line($"private static readonly {text.Report}[] Types{table} = [{string.Join(", ", tables[table].Select(text.Literal))}];");
            writer.Line();
        }

        writer.Doc("summary", "The type itself, if the agent can have it.");
        writer.Block($"private static {text.Report} Checked({text.Report} type, int agent)", () =>
        {
            if (type.Finite.All(types => types == type.Finite[0]))
            {
                WriteOne(type, type.Finite.Count == 0 ? [] : type.Finite[0], tables);
            }
            else
            {
                for (var agent = 0; agent < type.Finite.Count; agent++)
                {
                    var own = type.Finite[agent];
                    writer.Block($"if (agent == {agent})", () => WriteOne(type, own, tables));
                    writer.Line();
                }
            }

            writer.Line("return type;");
        });
        writer.Line();
        new TransferWriter(plan, text, writer).WritePlace(type, tables);
    }

    private void WriteOne(ChoiceReport.OfType type, EquatableArray<double> types, List<EquatableArray<double>> tables)
    {
        var table = tables.IndexOf(types);
        var (low, high) = types.Count == 0 ? (plan.Low, plan.High) : (types[0], types[types.Count - 1]);
        var test = table >= 0
            ? $"global::System.Array.BinarySearch(Types{table}, type) < 0"
            : $"type is not (>= {text.Literal(low)} and <= {text.Literal(high)})";
        var domain = table >= 0 ? $"one of {Listed(types)}" : types.Count == 0 ? text.Domain : $"a whole number in [{Words(low)}, {Words(high)}]";
        var name = plan.IsNamed ? "Name(agent)" : $"{ChoiceText.Kernels}RuleDomain.Name(agent)";
        writer.Block($"if ({test})", () => writer.Line($"{ChoiceText.Kernels}RuleDomain.ThrowOutside({name}, {Text.Literal(type.Name)}, type, {Text.Literal(domain)});"));
        writer.Line();
    }

    /// <summary>Whether the types are all whole numbers from the first to the last, of a type that has no others.</summary>
    private bool IsRange(EquatableArray<double> types) =>
        text.Report is "int" or "long" && types[types.Count - 1] - types[0] == types.Count - 1;

    private static string Listed(EquatableArray<double> types)
    {
        const int Most = 12;
        var words = types.Take(types.Count > Most ? Most - 2 : Most).Select(Words);
        return string.Join(", ", words) + (types.Count > Most ? $", …, {Words(types[types.Count - 1])}" : string.Empty);
    }

    private static string Words(double value) => NumberText.Words(value, 15);
}
