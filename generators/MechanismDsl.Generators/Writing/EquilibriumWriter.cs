using MechanismDsl.Generators.Planning;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Writing;

/// <summary>Writes the equilibrium bid and the direct form, in which the mechanism bids for its agents.</summary>
internal sealed class EquilibriumWriter(MechanismPlan plan, SourceWriter writer)
{
    private readonly Market _market = plan.Market;
    private readonly RuleText _rule = new(plan);

    /// <summary>Writes the members of the user's type.</summary>
    public void WriteMembers()
    {
        if (plan.Equilibrium is { } equilibrium)
        {
            writer.Line();
            writer.Doc("summary", "The bid of a value in the symmetric Bayes–Nash equilibrium under the declared prior and number of bidders.");
            writer.ParameterDoc("value", $"The own value; below {Words(equilibrium.LowestBidder)} a bidder stays out and the bid is 0, above {Words(equilibrium.Highest)} it no longer rises.");
            writer.Line(Stamp.Attribute());
            writer.Line($"public static double EquilibriumBid(double value) => global::MechanismDsl.Generated.{plan.RuleClass}.EquilibriumBid(value);");
        }

        if ((plan.Strategy ?? (plan.Equilibrium is null ? null : "EquilibriumBid")) is { } bid && !plan.Currency.IsGrid)
        {
            WriteDirect(Identifier.Escape(bid));
        }
    }

    private void WriteDirect(string bid)
    {
        var outcome = TypeWriter.Outcome(plan);
        writer.Line();
        writer.Doc("summary", $"The direct form: {_market.Agents} report {Types} and the mechanism bids for them (revelation principle, Myerson 1979).");
        writer.Line(Stamp.Attribute());
        writer.Block("public static class Direct", () =>
        {
            writer.Doc("summary", "Runs one auction.");
            writer.ParameterDoc(Types, $"One {Types.TrimEnd('s')} {(_market.IsProcurement ? "a supplier" : "a bidder")}.");
            RunDocs.WriteReserve(plan, writer);
            writer.Line("/// <returns>What the mechanism decides on the bids of these types.</returns>");
            RunDocs.WriteExceptions(plan, writer);
            writer.Block($"public static {outcome} Run(global::System.ReadOnlySpan<double> {Types}{_rule.ReserveParameter})", () =>
            {
                writer.Line($"global::System.Span<double> reports = {Types}.Length <= 64 ? stackalloc double[{Types}.Length] : new double[{Types}.Length];");
                writer.Block($"for (var agent = 0; agent < {Types}.Length; agent++)", () =>
                {
                    writer.Line($"global::MechanismDsl.Kernels.ReportDomain.Check({Types}[agent], agent);");
                    writer.Line($"reports[agent] = {bid}({Types}[agent]);");
                });
                writer.Line();
                writer.Line($"return {Identifier.Escape(plan.Type.Name)}.Run(reports{_rule.ReserveArgument});");
            });
        });
    }

    private string Types => _market.IsProcurement ? "costs" : "values";

    /// <summary>Writes the formula into the rule class.</summary>
    public void WriteFormula(EquilibriumPlan equilibrium)
    {
        writer.Line();
        writer.Doc("summary", "The bid of a value in equilibrium.");
        writer.Block("public static double EquilibriumBid(double value)", () =>
        {
            writer.Block($"if (value < {Exact(equilibrium.LowestBidder)})", () => writer.Line("return 0;"));
            writer.Line();
            if (!double.IsInfinity(equilibrium.Highest))
            {
                writer.Line($"value = Math.Min(value, {Exact(equilibrium.Highest)});");
            }

            switch (equilibrium)
            {
                case EquilibriumPlan.Power power:
                    writer.Line($"return {PowerText(power)};");
                    break;
                case EquilibriumPlan.PowerAllPay power:
                    WriteAllPay(power);
                    break;
                case EquilibriumPlan.Tabulated table:
                    WriteTabulated(table);
                    break;
            }
        });
        if (equilibrium is EquilibriumPlan.Tabulated tabulated)
        {
            for (var index = 0; index < tabulated.Tables.Count; index++)
            {
                writer.Line();
                TableText.Write(writer, TableName(index), tabulated.Tables[index]);
            }
        }
    }

    /// <summary>The first-price bid as an expression of <c>value</c>.</summary>
    public static string PowerText(EquilibriumPlan.Power power)
    {
        var own = Minus("value", power.Shift);
        var shaded = power.Exponent == 0
            ? Exact(power.Shift)
            : (power.Shift == 0 ? string.Empty : Exact(power.Shift) + " + ") + $"{Exact(power.Exponent)} * {Bracketed(own)} / {Exact(power.Exponent + 1)}";
        var lowest = NumberText.Rounded(power.LowestBidder - power.Shift);
        return lowest == 0
            ? shaded
            : $"{shaded} + {Exact(lowest)} * Math.Pow({Operand(lowest)} / {Bracketed(own)}, {Exact(power.Exponent)}) / {Operand(power.Exponent + 1)}";
    }

    private void WriteAllPay(EquilibriumPlan.PowerAllPay power)
    {
        var (width, exponent) = (NumberText.Rounded(power.Highest - power.Shift), power.Exponent);
        var lowest = NumberText.Rounded(Math.Pow((power.LowestBidder - power.Shift) / (power.Highest - power.Shift), exponent + 1));
        writer.Line($"var share = {Bracketed(Minus("value", power.Shift))} / {Operand(width)};");
        writer.Line($"return value * Math.Pow(share, {Exact(exponent)}) - {Exact(width)} * (Math.Pow(share, {Exact(exponent + 1)}){(lowest == 0 ? string.Empty : $" - {Exact(lowest)}")}) / {Operand(exponent + 1)};");
    }

    private void WriteTabulated(EquilibriumPlan.Tabulated tabulated)
    {
        var first = tabulated.Tables[0];
        writer.Block("return value switch", () =>
        {
            for (var index = tabulated.Tables.Count - 1; index >= 0; index--)
            {
                writer.Line($">= {Exact(tabulated.Tables[index].Low)} => {TableText.Call("value", TableName(index), tabulated.Tables[index])},");
            }

            var rise = NumberText.Rounded(first.At(first.Low) - tabulated.LowestBid);
            var length = NumberText.Rounded(first.Low - tabulated.LowestBidder);
            writer.Line(length > 0
                ? $"_ => {Exact(tabulated.LowestBid)} + {Exact(rise)} * ({Minus("value", tabulated.LowestBidder)}) / {Operand(length)},"
                : $"_ => {Exact(tabulated.LowestBid)},");
        });
        writer.EndStatement();
    }

    private static string TableName(int index) => $"EquilibriumTable{Exact(index)}";

    private static string Minus(string variable, double amount) => amount == 0 ? variable : $"{variable} - {Exact(amount)}";

    private static string Bracketed(string term) => term.Contains(" ") ? $"({term})" : term;

    private static string Exact(double value) => NumberText.Exact(value);

    private static string Operand(double value) => NumberText.Exact(value, asDouble: true);

    private static string Words(double value) => NumberText.Words(value, 12);
}
