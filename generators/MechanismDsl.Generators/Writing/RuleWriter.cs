using MechanismDsl.Generators.Planning;

namespace MechanismDsl.Generators.Writing;

/// <summary>Writes the class that holds a mechanism's rule: local to the file, in a namespace of its own, so that plain names need no <c>global::</c>.</summary>
internal sealed class RuleWriter
{
    private readonly MechanismPlan _plan;
    private readonly RuleText _rule;
    private readonly SourceWriter _writer;

    /// <summary>A writer of the parts of a rule; <see cref="Write"/> writes the whole.</summary>
    public RuleWriter(MechanismPlan plan, SourceWriter writer) => (_plan, _rule, _writer) = (plan, new RuleText(plan), writer);

    /// <summary>Whether the plan needs a rule class: alike agents whose best report wins are served by a kernel alone.</summary>
    public static bool IsNeeded(MechanismPlan plan) => !KernelForm.Fits(plan) || plan.Rule is RulePlan.BestReport { Blocks.Count: > 0 } || plan.Equilibrium is not null;

    /// <summary>Writes the namespace with the class.</summary>
    public static void Write(MechanismPlan plan, SourceWriter writer)
    {
        writer.Line();
        writer.Block("namespace MechanismDsl.Generated", () =>
        {
            writer.Line("using global::System;");
            writer.Line("using global::System.CodeDom.Compiler;");
            writer.Line("using global::System.Globalization;");
            writer.Line("using global::MechanismDsl;");
            writer.Line("using global::MechanismDsl.Kernels;");
            writer.Line();
            writer.Doc("summary", $"The rule of {plan.Type.Name}, on reports that have been checked.");
            writer.Line(Stamp.Attribute("GeneratedCode"));
            writer.Block($"file static class {plan.RuleClass}", new RuleWriter(plan, writer).WriteMembers);
        });
    }

    private void WriteMembers()
    {
        if (!ScoresForm.Fits(_plan))
        {
            WriteLimits();
        }

        if (UnrolledWriter.Fits(_plan))
        {
            new UnrolledWriter(_plan, _rule, _writer).WriteDecide();
        }
        else if (ScoresForm.Fits(_plan))
        {
            new ScoresForm(_plan, _writer).Write();
        }
        else
        {
            if (_plan.Ties.AreShared)
            {
                new SharedWriter(_plan, _rule, _writer).WriteDecide();
            }
            else
            {
                new LoopWriter(_plan, _rule, _writer).WriteDecide();
            }

            WriteByAgent();
            WriteStandings();
            WriteClaim();
        }

        if (_plan.Equilibrium is { } equilibrium)
        {
            new EquilibriumWriter(_plan, _writer).WriteFormula(equilibrium);
        }

        WriteCheck();
    }

    /// <summary>Writes the constants that hold the limits.</summary>
    public void WriteLimits()
    {
        var written = new HashSet<string>(StringComparer.Ordinal);
        for (var agent = 0; agent < _plan.Rule.Limits.Count; agent++)
        {
            var limit = _plan.Rule.Limits[agent];
            if (_rule.Limits(limit with { IsRunTime = false }) && written.Add(_plan.LimitName(agent)))
            {
                _writer.Line($"private const {_plan.Currency.Type} {_plan.LimitName(agent)} = {_plan.Currency.Literal(limit.Served)};");
            }
        }

        if (written.Count > 0)
        {
            _writer.Line();
        }
    }

    /// <summary>Writes limits and places among equals as functions of the agent, where they differ.</summary>
    public void WriteByAgent()
    {
        if (!_rule.HasOneLimit)
        {
            WriteSwitch($"The {_plan.Market.Limit} of an agent.", "Limit", _plan.Currency.Type, _rule.Served, withReserve: true);
            if (_plan.Rule.IsLazy)
            {
                WriteSwitch($"The {_plan.Market.Worst} {_plan.Market.Report} with which an agent stands in the way of others.", "Entry", _plan.Currency.Type, _rule.Competing, withReserve: true);
            }
        }

        if (_plan.Ties.Ranks.Count > 0)
        {
            WriteSwitch("An agent's place among equals, 0 first.", "Rank", "int", agent => Theory.Numbers.NumberText.Exact(_plan.Ties.Ranks[agent]), withReserve: false);
        }
    }

    private void WriteSwitch(string summary, string name, string type, Func<int, string> value, bool withReserve)
    {
        _writer.Line();
        _writer.Doc("summary", summary);
        _writer.Block($"private static {type} {name}(int agent{(withReserve ? _rule.ReserveParameter : string.Empty)}) => agent switch", () =>
        {
            var last = _plan.Agents.Count - 1;
            for (var agent = 0; agent <= last; agent++)
            {
                _writer.Line($"{(agent == last ? "_" : Theory.Numbers.NumberText.Exact(agent))} => {value(agent)},");
            }
        });
        _writer.EndStatement();
    }

    private void WriteStandings()
    {
        switch (_plan.Rule)
        {
            case RulePlan.BestReport { Blocks.Count: > 0 } report:
                _writer.Line();
                var curves = new CurveWriter(_plan, _writer);
                curves.WriteBlocks(report.Blocks);
                if (KernelForm.Fits(_plan))
                {
                    _writer.Line();
                    curves.WriteIsPooled(report.Blocks);
                }

                break;
            case RulePlan.BestScore score:
                _writer.Line();
                new CurveWriter(_plan, _writer).WriteScores(score.Curves);
                break;
        }
    }

    /// <summary>Where everybody pays its own report, whoever does not compete counts as absent and pays nothing.</summary>
    private void WriteClaim()
    {
        if (_plan.Price is PricePlan.AllPay && !_plan.Ties.AreShared)
        {
            _writer.Line();
            _writer.Doc("summary", $"What a {_plan.Market.Agent} pays: its {_plan.Market.Report} if it competes, otherwise nothing.");
            _writer.Line($"public static {_plan.Currency.Type} Claim({_plan.Currency.Type} {_plan.Market.Report}, int agent{_rule.ReserveParameter}) =>");
            _writer.Indented(() => _writer.Line($"{_plan.Market.Report} {_plan.Market.AtLeast} {_rule.CompetingOf("agent")} ? {_plan.Market.Report} : 0;"));
        }
    }

    /// <summary>The door: reports outside the domain (or off the grid) are refused by name and value.</summary>
    public void WriteCheck()
    {
        if (Door.IsRuntimes(_plan))
        {
            return;
        }

        var (market, currency, domain) = (_plan.Market, _plan.Currency, _plan.Domain);
        var outside = $"{market.Report} is not (>= {currency.Literal(domain.Low)} and <= {Bound(currency, domain.High)})";
        var what = currency.Type == "double" ? "a finite number" : currency.Type == "long" ? "a whole number" : $"a multiple of {currency.StepText}";
        _writer.Line();
        _writer.Doc("summary", $"Refuses a {market.Report} outside the domain.");
        _writer.Block($"public static void Check({currency.Type} {market.Report}, {(_plan.IsNamed ? "string" : "int")} agent)", () =>
            _writer.Block($"if ({outside}{(currency.Type == "decimal" ? $" || {market.Report} % {currency.Step} != 0" : string.Empty)})", () =>
            {
                _writer.Line("throw new ArgumentOutOfRangeException(");
                _writer.Indented(() =>
                {
                    _writer.Line($"nameof({market.Report}),");
                    _writer.Line($"{market.Report},");
                    _writer.Line($"string.Create(CultureInfo.InvariantCulture, $\"{(_plan.IsNamed ? string.Empty : "Agent ")}{{agent}} reports {{{market.Report}}}; a {market.Report} must be {what} in [{Range(domain.Low)}, {Range(domain.High)}].\"));");
                });
            }));
    }

    /// <summary>The default upper end reads better as a power of ten, where the type has such literals.</summary>
    private static string Bound(Currency currency, double value) =>
        value == Market.LargestReport && currency.Type == "double" ? "1e15" : value == Market.LargestReport && currency.Type == "decimal" ? "1e15m" : currency.Literal(value);

    private static string Range(double value) => value == Market.LargestReport ? "1e15" : Theory.Numbers.NumberText.Exact(value);
}
