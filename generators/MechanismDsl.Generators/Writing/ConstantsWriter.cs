using MechanismDsl.Generators.Planning;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.SingleParameter.Expectations;

namespace MechanismDsl.Generators.Writing;

/// <summary>Writes the constants worth reading: reserves, the entry fee, what the mechanism is expected to earn.</summary>
internal sealed class ConstantsWriter(MechanismPlan plan, SourceWriter writer)
{
    private readonly Market _market = plan.Market;
    private readonly RuleText _rule = new(plan);

    private string Expected => _market.IsProcurement ? "ExpectedOutlay" : "ExpectedRevenue";

    private string Earned => _market.IsProcurement ? "outlay" : "revenue";

    /// <summary>Writes all of them.</summary>
    public void Write()
    {
        WriteLimits();
        if (plan.EntryFee != 0)
        {
            WriteConstant($"What every {_market.Agent} pays for taking part, served or not.", plan.Currency.Type, "EntryFee", plan.Currency.Literal(plan.EntryFee));
        }

        switch (plan.Expected)
        {
            case ExpectationPlan.Constant constant:
                WriteConstant($"Expected {Earned} of one auction under the declared priors{Grid}.", "double", Expected, NumberText.Exact(constant.Amount));
                break;
            case ExpectationPlan.ByCount byCount:
                WriteByCount(byCount);
                break;
        }
    }

    /// <summary>Which reports the expectation is taken over, where money has a grid.</summary>
    private string Grid => plan.OnGrid is { } clause ? ", " + clause : string.Empty;

    private void WriteLimits()
    {
        var written = new HashSet<string>(StringComparer.Ordinal);
        for (var agent = 0; agent < plan.Rule.Limits.Count; agent++)
        {
            var limit = plan.Rule.Limits[agent] with { IsRunTime = false };
            if (!_rule.Limits(limit) || plan.Price is PricePlan.Posted || !written.Add(plan.LimitName(agent)))
            {
                continue;
            }

            var whose = plan.IsNamed ? " from " + plan.Agents[agent] : string.Empty;
            var words = _market.IsProcurement ? $"The highest cost that is served{whose}; met exactly, it is served." : $"The lowest bid that is served{whose}; met exactly, it is sold.";
            WriteConstant(words, plan.Currency.Type, plan.LimitName(agent), plan.Currency.Literal(limit.Served));
        }

        if (plan.Price is PricePlan.Posted posted)
        {
            WriteConstant("The posted price.", plan.Currency.Type, "Price", plan.Currency.Literal(posted.Amount));
        }
    }

    private void WriteConstant(string summary, string type, string name, string value)
    {
        writer.Doc("summary", summary);
        writer.Line(Stamp.Attribute());
        writer.Line($"public const {type} {name} = {value};");
        writer.Line();
    }

    private void WriteByCount(ExpectationPlan.ByCount byCount)
    {
        if (byCount.Formula is not { } formula)
        {
            WriteTable(byCount.Amounts);
            return;
        }

        writer.Doc("summary", $"Expected {Earned} of one auction under the declared prior{Grid}, by the number of {_market.Agents}: in quantiles, the mean of the virtual value of the best (Myerson 1981; Bulow and Roberts 1989).");
        writer.ParameterDoc(_market.Agents, "At least 1.");
        writer.Line("/// <exception cref=\"global::System.ArgumentOutOfRangeException\">There is nobody.</exception>");
        writer.Line(Stamp.Attribute());
        writer.Block($"public static double {Expected}(int {_market.Agents})", () =>
        {
            writer.Line($"global::System.ArgumentOutOfRangeException.ThrowIfLessThan({_market.Agents}, 1);");
            if (formula.Least > 1)
            {
                writer.Block($"if ({_market.Agents} == 1)", () => writer.Line($"return {NumberText.Exact(byCount.Amounts[0])};"));
                writer.Line();
            }

            writer.Line($"double n = {_market.Agents};");
            writer.Line("return " + string.Join(" + ", formula.Terms.Select(TermText)) + ";");
        });
        writer.Line();
    }

    /// <summary>α (hiⁿ − loⁿ) + β n/(n+1) (hiⁿ⁺¹ − loⁿ⁺¹), without the parts that are zero.</summary>
    private static string TermText(RevenueTerm term)
    {
        var parts = new List<string>();
        if (term.Alpha != 0)
        {
            parts.Add($"({NumberText.Exact(term.Alpha)} * {Difference(term, "n")})");
        }

        if (term.Beta != 0)
        {
            parts.Add($"({NumberText.Exact(term.Beta)} * n / (n + 1) * {Difference(term, "n + 1")})");
        }

        return parts.Count == 0 ? "0" : string.Join(" + ", parts);
    }

    private static string Difference(RevenueTerm term, string power)
    {
        var high = term.High == 1 ? "1" : $"global::System.Math.Pow({NumberText.Exact(term.High)}, {power})";
        return term.Low == 0 ? high : $"({high} - global::System.Math.Pow({NumberText.Exact(term.Low)}, {power}))";
    }

    private void WriteTable(EquatableArray<double> amounts)
    {
        var most = NumberText.Exact(amounts.Count);
        writer.Doc("summary", $"Expected {Earned} of one auction under the declared prior{Grid}, by the number of {_market.Agents}.");
        writer.ParameterDoc(_market.Agents, $"From 1 to {most}.");
        writer.Line($"/// <exception cref=\"global::System.ArgumentOutOfRangeException\">A number outside this range.</exception>");
        writer.Line(Stamp.Attribute());
        writer.Block($"public static double {Expected}(int {_market.Agents}) => {_market.Agents} switch", () =>
        {
            for (var index = 0; index < amounts.Count; index++)
            {
                writer.Line($"{NumberText.Exact(index + 1)} => {NumberText.Exact(amounts[index])},");
            }

            writer.Line($"_ => throw new global::System.ArgumentOutOfRangeException(nameof({_market.Agents}), {_market.Agents}, \"The number of {_market.Agents} must be from 1 to {most}.\"),");
        });
        writer.EndStatement();
        writer.Line();
    }
}
