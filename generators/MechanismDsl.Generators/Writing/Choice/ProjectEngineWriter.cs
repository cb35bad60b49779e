using MechanismDsl.Generators.Planning;
using MechanismDsl.Generators.Writing.Provision;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Writing.Choice;

/// <summary>Writes what decides about a public project.</summary>
internal sealed class ProjectEngineWriter(ChoicePlan plan, ChoiceText text, SourceWriter writer)
{
    private const string Kernels = ChoiceText.Kernels;

    /// <summary>Writes it.</summary>
    /// <param name="project">The project.</param>
    /// <param name="writeCount">Writes the check of the number of agents.</param>
    /// <param name="writeCheck">Writes the check of values.</param>
    public void Write(ChoiceReport.Project project, Action writeCount, Action writeCheck)
    {
        if (plan.Shares is CostShares.Declared(var amounts))
        {
            writer.Doc("summary", "What each agent bears of the cost.");
            writer.Line($"private static readonly {text.Money}[] Shares = [{string.Join(", ", amounts.Select(plan.Money.Literal))}];");
            writer.Line();
        }

        writer.Doc("summary", "Whether the project is carried out; fills in what everybody pays and, unless the memory is empty, what would be decided without each agent.");
        writer.Block($"public static {text.Outcome} Decide({text.Span} values, global::System.Span<{text.Money}> payments, global::System.Span<{text.Outcome}> without)", () =>
        {
            writeCount();
            writer.Line($"{Kernels}BatchShape.CheckAgents(payments.Length, values.Length, nameof(payments));");
            writer.Line("Check(values);");
            if (plan.Shares is CostShares.Equal)
            {
                writer.Line($"using var shares = new {Kernels}RunMemory<{text.Money}>({ChoiceText.Stack(text.Money)}, values.Length);");
                writer.Line($"{Kernels}ProjectChoice.DivideEqually({Operand(project.Cost)}, {(plan.Money.IsGrid ? Operand(1 / StepsPerUnit) : "0.0")}, shares.Span);");
            }

            writer.Line($"using var built = new {Kernels}RunMemory<bool>({ChoiceText.Stack("bool")}, without.Length);");
            var given = plan.Shares switch
            {
                CostShares.Equal => "shares.Span",
                CostShares.Declared => "Shares",
                _ => "[]",
            };
            writer.Line(plan.Scores is { } scores
                ? $"var isBuilt = {Kernels}{(scores.Balance is null ? $"ScoreProvision.Decide<{ScoresWriter.Name}>" : $"BalancedProvision.Decide<{ScoresWriter.Name}, {ChargesWriter.Name}>")}(values, payments, built.Span);"
                : $"var isBuilt = {Kernels}ProjectChoice.Run<{text.Money}>(values, {plan.Money.Literal(project.Cost)}, {given}, payments, built.Span);");
            writer.Block("for (var agent = 0; agent < without.Length; agent++)", () => writer.Line("without[agent] = Outcome(built.Span[agent] ? 1 : 0);"));
            writer.Line();
            writer.Line("return Outcome(isBuilt ? 1 : 0);");
        });
        writer.Line();
        writeCheck();
    }

    /// <summary>A literal whose type is the money's wherever it stands.</summary>
    private string Operand(double value) => plan.Money.Kind == MoneyKind.Int64 ? plan.Money.Literal(value) + "L" : plan.Money.Operand(value);

    private double StepsPerUnit => new Money(plan.Money.Kind, plan.Money.Decimals).StepsPerUnit;
}
