using MechanismDsl.Generators.Planning;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Writing.Service;

/// <summary>
/// Writes the class that holds a rule which compares sets of agents by the sums of their scores: the score of each report as an exact number, the kernel
/// that finds the best feasible set and says for each agent in it at which score it would not be in it, and the inverse of its own score there.
/// </summary>
internal sealed class SumRuleWriter(ServicePlan plan, SourceWriter writer)
{
    /// <summary>Outweighs all differences of costs, for a platform that buys at any cost: more served come first.</summary>
    private const long AnyCost = 100_000_000_000_000_000;

    private readonly MechanismPlan _core = plan.Core;
    private readonly Market _market = plan.Core.Market;
    private readonly RuleText _rule = new(plan.Core);
    private readonly string _type = plan.Core.Currency.Type;

    private bool HasScores => _core.Rule is RulePlan.BestScore;

    /// <summary>Whether scores are counted in steps of the money.</summary>
    private bool CountsSteps => !HasScores && _core.Currency.IsGrid;

    private string Sign => _market.IsProcurement ? "-" : string.Empty;

    private string DigitsArgument => plan.Digits == ServicePlan.MostDigits ? string.Empty : ", Digits";

    private bool HasCost => plan.Cost != 0;

    /// <summary>Whether a score comes from a table, whose error may put a report that meets the limit below the cost of serving.</summary>
    private bool NeedsCover => _core.Rule is RulePlan.BestScore(_, var curves) && curves.Any(curve => curve.Pieces.Any(piece => piece is Piece.Table));

    /// <summary>Writes the namespace with the class.</summary>
    public void Write()
    {
        writer.Line();
        writer.Block("namespace MechanismDsl.Generated", () =>
        {
            writer.Line("using global::System;");
            writer.Line("using global::System.CodeDom.Compiler;");
            writer.Line("using global::System.Globalization;");
            writer.Line("using global::System.Numerics;");
            writer.Line("using global::MechanismDsl;");
            writer.Line("using global::MechanismDsl.Kernels;");
            writer.Line();
            writer.Doc("summary", $"The rule of {plan.Type.Name}, on reports that have been checked.");
            writer.Line(Stamp.Attribute("GeneratedCode"));
            writer.Block($"file static class {_core.RuleClass}", WriteMembers);
        });
    }

    private void WriteMembers()
    {
        var agents = new RuleWriter(_core, writer);
        agents.WriteLimits();
        WriteUnits();
        if (plan.Feasible is FeasiblePlan.Limits(var set))
        {
            new SetText(_core.Agents, _core.Ties.Ranks).WriteSets(writer, set, _market.Agents);
        }

        WriteDecide();
        WritePrice();
        if (NeedsCover)
        {
            WriteCover();
        }

        agents.WriteByAgent();
        if (_core.Rule is RulePlan.BestScore score)
        {
            writer.Line();
            new CurveWriter(_core, writer).WriteScores(score.Curves);
        }

        agents.WriteCheck();
    }

    /// <summary>Writes the unit in which scores are counted, and the cost of serving in it.</summary>
    private void WriteUnits()
    {
        if (plan.Digits != ServicePlan.MostDigits && !CountsSteps)
        {
            writer.Doc("summary", "Binary digits behind the point of a score: as many as leave room for sums of the largest.");
            writer.Line($"private const int Digits = {NumberText.Exact(plan.Digits)};");
            writer.Line();
        }

        if (CountsSteps && UnitsPerStep != 1)
        {
            writer.Doc("summary", "Units of a score in a step of the money.");
            writer.Line($"private const long Units = {NumberText.Exact(UnitsPerStep)};");
            writer.Line();
        }

        if (HasCost)
        {
            writer.Doc("summary", double.IsInfinity(plan.Cost) ? "What serving is worth: more than all costs together, so as many as possible are served." : $"What serving one {_market.Agent} costs, as a score{(_market.IsProcurement ? ": minus the buyer's value" : string.Empty)}.");
            writer.Line($"private static readonly Int128 Cost = {CostText()};");
            writer.Line();
        }
    }

    /// <summary>A cost that is no multiple of the step is counted in smaller units, as far as a report of the domain has digits left.</summary>
    private double UnitsPerStep
    {
        get
        {
            if (double.IsInfinity(plan.Cost))
            {
                return 1;
            }

            var (decimals, units) = (_core.Currency.Decimals, 1.0);
            for (var amount = (decimal)plan.Cost * (decimal)Math.Pow(10, decimals); amount % 1 != 0 && decimals < MostDecimals; decimals++)
            {
                (amount, units) = (amount * 10, units * 10);
            }

            return units;
        }
    }

    /// <summary>The digits that reports of 10¹⁵ leave in a decimal, less one.</summary>
    private const int MostDecimals = 12;

    private string CostText()
    {
        if (CountsSteps)
        {
            var steps = (decimal)Math.Pow(10, _core.Currency.Decimals);
            return double.IsInfinity(plan.Cost)
                ? $"(Int128)(-{AnyCost.ToString(System.Globalization.CultureInfo.InvariantCulture)}) * {steps.ToString(System.Globalization.CultureInfo.InvariantCulture)}"
                : $"(Int128)({decimal.Ceiling((decimal)plan.Cost * steps * (decimal)UnitsPerStep).ToString(System.Globalization.CultureInfo.InvariantCulture)}m)";
        }

        return $"FixedPoint.Of({NumberText.Exact(double.IsInfinity(plan.Cost) ? -AnyCost : plan.Cost)}{DigitsArgument})";
    }

    private void WriteDecide()
    {
        var reports = _market.Reports;
        var sizes = plan.HasRunTimeSizes ? ", ReadOnlySpan<int> sizes" : string.Empty;
        writer.Doc("summary", "Who is served and what each pays; the reports have been checked.");
        writer.Block($"public static void Decide(ReadOnlySpan<{_type}> {reports}{sizes}, Span<{plan.Award}<{_type}>> {plan.Awards}{_rule.ReserveParameter})", () =>
        {
            writer.Line($"// Sums of {(HasScores ? _market.Score + "s" : reports)} are compared, so they are exact.");
            writer.Line($"using var memory = new RunMemory<Int128>({ServiceText.Stack("Int128", string.Empty)}, {reports}.Length);");
            writer.Line($"using var decided = new RunMemory<Standing<Int128>>({ServiceText.Stack("Standing<Int128>", string.Empty)}, {reports}.Length);");
            writer.Line("var scores = memory.Span;");
            writer.Line("var standings = decided.Span;");
            writer.Block($"for (var agent = 0; agent < {reports}.Length; agent++)", () =>
                writer.Line($"scores[agent] = {_rule.Competes("agent")} ? {(NeedsCover ? $"Cover({(HasMust ? "agent, " : string.Empty)}{ScoreText()}{CostTerm})" : ScoreText() + CostTerm)} : FixedPoint.Absent;"));
            writer.Line();
            writer.Line(new SetText(_core.Agents, _core.Ties.Ranks).Decide(plan.Feasible, "scores", "standings", withTies: HasScores || CountsSteps));
            writer.Line($"{plan.Awards}.Clear();");
            writer.Block($"for (var agent = 0; agent < {reports}.Length; agent++)", () =>
                writer.Block("if (standings[agent].IsServed)", () =>
                    writer.Line($"{plan.Awards}[agent] = new(1, Price(agent, {reports}[agent], standings[agent]{_rule.ReserveArgument}));")));
        });
    }

    private bool HasMust => Enumerable.Range(0, _core.Agents.Count).Any(plan.MustServe);

    private string CostTerm => HasCost ? " - Cost" : string.Empty;

    /// <summary>Writes the correction of scores that come from tables.</summary>
    private void WriteCover()
    {
        var must = string.Join(" or ", Enumerable.Range(0, _core.Agents.Count).Where(plan.MustServe).Select(agent => NumberText.Exact(agent)));
        writer.Line();
        writer.Doc("summary", $"A {_market.Report} that meets its limit covers the cost of serving, whatever the last digit of a table says.");
        writer.Line(must.Length == 0
            ? "private static Int128 Cover(Int128 score) => Int128.Max(score, 0);"
            : $"private static Int128 Cover(int agent, Int128 score) => agent is {must} ? score : Int128.Max(score, 0);");
    }

    private string ScoreText() => CountsSteps
        ? $"{(_core.Currency.Type == "decimal" ? $"(Int128)({Sign}{_market.Reports}[agent] / {_core.Currency.Step})" : $"(Int128)({Sign}{_market.Reports}[agent])")}{(UnitsPerStep == 1 ? string.Empty : " * Units")}"
        : $"FixedPoint.Of({Sign}{_rule.Standing("agent")}{DigitsArgument})";

    /// <summary>Writes the inverse: from a critical score to the report that reaches or exceeds it.</summary>
    private void WritePrice()
    {
        var report = _market.Report;
        writer.Line();
        writer.Doc("summary", $"The {_market.Worst} {report} with which an agent would still be served: its limit, or where its score reaches the critical one.");
        writer.Block($"private static {_type} Price(int agent, {_type} {report}, Standing<Int128> standing{_rule.ReserveParameter})", () =>
        {
            writer.Line($"var limit = {_rule.ServedOf("agent")};");
            writer.Block(NeedsCover ? "if (!standing.IsContested || (standing.Critical == 0 && !standing.MustExceed))" : "if (!standing.IsContested)", () => writer.Line("return limit;"));
            writer.Line();
            writer.Line($"var critical = standing.Critical{(HasCost ? " + Cost" : string.Empty)};");
            if (CountsSteps)
            {
                writer.Line($"var step = {Sign}FixedPoint.LowestStep(critical, {(UnitsPerStep == 1 ? "1" : "Units")}, standing.MustExceed);");
                writer.Line($"return {_market.Stricter}(limit, {(_core.Currency.Type == "decimal" ? $"(decimal)step * {_core.Currency.Step}" : "(long)step")});");
            }
            else if (HasScores)
            {
                var (at, above) = ($"FixedPoint.AtLeast(critical{DigitsArgument})", $"FixedPoint.AtMost(critical{DigitsArgument})");
                writer.Line($"var price = {_market.Stricter}(limit, standing.MustExceed ? Beating(agent, {Sign}{above}) : Matching(agent, {Sign}{at}));");
                if (_core.Currency.IsGrid)
                {
                    writer.Line("return price;");
                }
                else
                {
                    writer.Line();
                    writer.Line($"// Rounding in the inverse must not turn a {report} that is served against it.");
                    writer.Line($"return {_market.Milder}(price, {report});");
                }
            }
            else
            {
                writer.Line($"return {_market.Stricter}(limit, {Sign}FixedPoint.ToDouble(critical));");
            }
        });
    }
}
