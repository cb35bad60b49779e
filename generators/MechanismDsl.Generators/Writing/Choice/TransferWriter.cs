using MechanismDsl.Generators.Planning;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Writing.Choice;

/// <summary>Writes payments that are made of tables of all types: the tables, the place of a type in them, and the statements of a run.</summary>
internal sealed class TransferWriter(ChoicePlan plan, ChoiceText text, SourceWriter writer)
{
    /// <summary>Writes the tables.</summary>
    public void WriteTables()
    {
        switch (plan.Transfers)
        {
            case ChoiceTransfers.Balanced balanced:
                WriteRows(balanced.IsCyclic ? "What each type of each agent pays the agent before it." : "What each type of each agent pays each of the others.", "Amounts", balanced.Tables);
                if (balanced.Shares.Count > 0)
                {
                    WriteRows("What each agent bears of the cost of each outcome.", "Shares", balanced.Shares);
                }

                break;
            case ChoiceTransfers.Terms terms:
                WriteRows("What each agent is charged at every profile of the others' types, the last one's type running fastest.", "Terms", terms.Rows);
                break;
        }
    }

    /// <summary>Writes the method that finds a type among those of its agent.</summary>
    /// <param name="type">The types.</param>
    /// <param name="tables">Those of them that are written as arrays.</param>
    public void WritePlace(ChoiceReport.OfType type, List<EquatableArray<double>> tables)
    {
        if (plan.Transfers is null or ChoiceTransfers.Terms { AreConstant: true })
        {
            return;
        }

        string Place(EquatableArray<double> types) => tables.IndexOf(types) is >= 0 and var table
            ? $"global::System.Array.BinarySearch(Types{table}, type)"
            : text.Report == "int" ? Distance(types[0]) : $"(int)({Distance(types[0])})";
        string Distance(double first) => first == 0 ? "type" : $"type {(first < 0 ? "+" : "-")} {text.Literal(Math.Abs(first))}";
        writer.Doc("summary", "The place of a type among those of the agent.");
        var header = $"private static int Place({text.Report} type, int agent) =>";
        if (type.Finite.All(types => types == type.Finite[0]))
        {
            writer.Line($"{header} {Place(type.Finite[0])};");
        }
        else
        {
            writer.Line(header + " agent switch");
            writer.Block(string.Empty, () =>
            {
                for (var agent = 0; agent < type.Finite.Count - 1; agent++)
                {
                    writer.Line($"{agent} => {Place(type.Finite[agent])},");
                }

                writer.Line($"_ => {Place(type.Finite[type.Finite.Count - 1])},");
            });
            writer.EndStatement();
        }

        writer.Line();
    }

    /// <summary>Writes the statements; <c>reports</c>, <c>values</c>, <c>chosen</c> and <c>payments</c> are there.</summary>
    public void WritePayments()
    {
        switch (plan.Transfers)
        {
            case ChoiceTransfers.Balanced balanced:
                WriteBalanced(balanced);
                break;
            case ChoiceTransfers.Terms terms:
                WriteTerms(terms);
                break;
        }
    }

    private void WriteBalanced(ChoiceTransfers.Balanced balanced)
    {
        writer.Line();
        writer.Line("// What an agent pays by its type the others receive: the sum is zero at every profile.");
        writer.Block("for (var agent = 0; agent < payments.Length; agent++)", () => writer.Line("payments[agent] = Amounts[agent][Place(reports[agent], agent)];"));
        writer.Line();
        writer.Line($"{ChoiceText.Kernels}InterimTransfers.{(balanced.IsCyclic ? "PayTheOneBefore" : "PayAllOthers")}(payments);");
        if (balanced.Shares.Count > 0)
        {
            writer.Line("var shares = Shares[chosen];");
            writer.Block("for (var agent = 0; agent < payments.Length; agent++)", () => writer.Line("payments[agent] = checked(payments[agent] + shares[agent]);"));
        }

        writer.Line();
    }

    private void WriteTerms(ChoiceTransfers.Terms terms)
    {
        var outcomes = plan.Outcomes.Count;
        writer.Line($"{text.Money} welfare = {(plan.Costs.Count > 0 ? "-Costs[chosen]" : "0")};");
        writer.Block("for (var agent = 0; agent < payments.Length; agent++)", () => writer.Line($"welfare = checked(welfare + values[(agent * {outcomes}) + chosen]);"));
        writer.Line();
        writer.Line("// The term does not depend on the own report: that keeps truth dominant.");
        writer.Block("for (var agent = 0; agent < payments.Length; agent++)", () =>
        {
            if (!terms.AreConstant)
            {
                writer.Line("var others = 0;");
                writer.Block("for (var other = 0; other < payments.Length; other++)", () =>
                    writer.Line("others = other == agent ? others : (others * Counts[other]) + Place(reports[other], other);"));
                writer.Line();
            }

            writer.Line($"payments[agent] = checked(Terms[agent][{(terms.AreConstant ? "0" : "others")}] - (welfare - values[(agent * {outcomes}) + chosen]));");
        });
        writer.Line();
    }

    private void WriteRows(string summary, string name, EquatableArray<EquatableArray<string>> rows)
    {
        writer.Doc("summary", summary);
        writer.Line($"private static readonly {text.Money}[][] {name} =");
        writer.Line("[");
        writer.Indented(() =>
        {
            foreach (var row in rows)
            {
                writer.Line($"[{string.Join(", ", row)}],");
            }
        });
        writer.Line("];");
        writer.Line();
        if (name == "Terms" && rows.Any(row => row.Count > 1) && plan.Report is ChoiceReport.OfType type)
        {
            writer.Doc("summary", "How many types each agent has.");
            writer.Line($"private static readonly int[] Counts = [{string.Join(", ", rows.Select((_, agent) => type.Finite[type.Finite.Count == 1 ? 0 : agent].Count))}];");
            writer.Line();
        }
    }
}
