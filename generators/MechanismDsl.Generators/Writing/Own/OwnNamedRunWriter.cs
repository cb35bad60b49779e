using MechanismDsl.Generators.Planning;

namespace MechanismDsl.Generators.Writing.Own;

/// <summary>Writes the run by name, and its result with everybody's payment. Under a score an agent may stay away; a rule over all reports needs all of them.</summary>
internal sealed class OwnNamedRunWriter(OwnPlan plan, OwnText text, SourceWriter writer)
{
    private readonly string _money = plan.Money.Type;

    private string[] Parameters => [.. plan.Agents.Select(Identifier.Parameter)];

    private string[] Payments => [.. plan.Agents.Select(agent => Identifier.Member(agent) + (plan.Market.IsProcurement ? "Receives" : "Pays"))];

    /// <summary>Writes both.</summary>
    public void Write()
    {
        WriteRun();
        if (plan.HasWinner)
        {
            WriteResult();
        }
    }

    private void WriteRun()
    {
        writer.Line();
        writer.Doc("summary", "Runs the mechanism once with reports by name.");
        for (var agent = 0; agent < plan.Agents.Count; agent++)
        {
            writer.ParameterDoc(Parameters[agent].TrimStart('@'), $"The {text.One} of {plan.Agents[agent]}{(plan.MayBeAbsent ? "; null if it stays away" : string.Empty)}.");
        }

        writer.Line($"/// <returns>{(plan.HasWinner ? "Who is served, at which price, and everybody's payment." : "What everybody gets and pays, in the order of the names.")}</returns>");
        new OwnDocs(plan, text, writer).WriteExceptions();
        writer.Line(Stamp.Attribute());
        var reports = $"[{string.Join(", ", Parameters.Select(name => plan.MayBeAbsent ? $"{name} ?? default!" : name))}]";
        writer.Line($"public static {Outcome} Run({string.Join(", ", Parameters.Select(name => plan.MayBeAbsent ? $"{text.Report}? {name} = null" : $"{text.Report} {name}"))}) =>");
        writer.Indented(() => writer.Line(plan.MayBeAbsent
            ? $"{OwnText.Engine}.Decide({reports}, [{string.Join(", ", Parameters.Select(name => $"{name} is null"))}]);"
            : plan.HasWinner ? $"{OwnText.Engine}.Decide({reports});" : $"Run({reports});"));
    }

    private string Outcome => plan.HasWinner ? "Result" : text.Outcome;

    /// <summary>Writes what the run by name calls, inside the engine: there no parameter has an agent's name, which might be that of a local variable.</summary>
    public void WriteDecide()
    {
        if (!plan.MayBeAbsent && !plan.HasWinner)
        {
            return;
        }

        writer.Line();
        writer.Doc("summary", plan.MayBeAbsent ? "The outcome by name; the report of an absent agent is not read." : "The outcome by name.");
        var absent = plan.MayBeAbsent ? ", global::System.ReadOnlySpan<bool> absent" : string.Empty;
        writer.Block($"public static {Outcome} Decide({text.Span} {text.Reports}{absent})", () =>
        {
            if (!plan.MayBeAbsent)
            {
                WriteAll();
            }
            else if (plan.HasWinner)
            {
                WriteContest();
            }
            else
            {
                WriteRanking();
            }
        });
    }

    /// <summary>Everybody reports: the run over all reports does the work.</summary>
    private void WriteAll()
    {
        if (plan.Payment is null)
        {
            writer.Line($"var sale = Run({text.Reports});");
            WriteReturn("sale.Winner", "sale.Price", agent => $"sale.Winner == {agent} ? sale.Price : 0");
            return;
        }

        writer.Line($"global::System.Span<{_money}> payments = stackalloc {_money}[{plan.Agents.Count}];");
        writer.Line($"var sale = Run({text.Reports}, payments);");
        WriteReturn("sale.Winner", "sale.Price", agent => $"payments[{agent}]");
    }

    private void WriteContest()
    {
        var score = (DecisionPlan.Score)plan.Decision;
        writer.Line($"var contest = new {OwnText.Kernels}ScoreContest<{score.Type}>();");
        WriteEntries("contest");
        writer.Line("var winner = contest.Winner;");
        writer.Line($"{_money} price = winner < 0 ? 0 : Price(Checked({text.Reports}[winner], winner), winner, contest.Target, contest.MustExceed);");
        WriteReturn("winner", "price", agent => $"winner == {agent} ? price : 0");
    }

    private void WriteRanking()
    {
        if (plan.Sets is not null)
        {
            writer.Line($"var awards = new {text.Award}[{plan.Agents.Count}];");
            writer.Line($"Serve({text.Reports}, absent, awards);");
            writer.Line("return new(awards);");
            return;
        }

        var score = (DecisionPlan.Score)plan.Decision;
        var place = $"{OwnText.Kernels}RankedScore<{score.Type}>";
        writer.Line($"var awards = new {text.Award}[{plan.Agents.Count}];");
        writer.Line($"global::System.Span<{place}> places = stackalloc {place}[{Math.Min(plan.Items, plan.Agents.Count) + 1}];");
        writer.Line($"var ranking = new {OwnText.Kernels}ScoreRanking<{score.Type}>(places);");
        WriteEntries("ranking");
        writer.Block("for (var place = 0; place < ranking.Served; place++)", () =>
        {
            writer.Line("var agent = ranking[place].Agent;");
            if (plan.Clicks.Count > 0)
            {
                text.WriteSlot(writer, $"Price(Checked({text.Reports}[agent], agent), agent, standing.Critical, standing.MustExceed)");
                return;
            }

            writer.Line($"awards[agent] = new(1, Price(Checked({text.Reports}[agent], agent), agent, ranking.Target, ranking.MustExceed(place)));");
        });
        writer.Line();
        writer.Line("return new(awards);");
    }

    private void WriteEntries(string contest)
    {
        writer.Block($"for (var agent = 0; agent < {text.Reports}.Length; agent++)", () =>
            writer.Block("if (!absent[agent])", () =>
                writer.Line($"{contest}.Enter(agent, {(plan.Ranks.Count == 0 ? "agent" : "Rank(agent)")}, ScoreOf(Checked({text.Reports}[agent], agent), agent));")));
        writer.Line();
    }

    private void WriteReturn(string winner, string price, Func<int, string> payment)
    {
        writer.Line("return new(");
        writer.Indented(() =>
        {
            writer.Line($"{winner},");
            writer.Line($"{price},");
            for (var agent = 0; agent < plan.Agents.Count; agent++)
            {
                writer.Line($"{Payments[agent]}: {payment(agent)}{(agent == plan.Agents.Count - 1 ? ");" : ",")}");
            }
        });
    }

    private void WriteResult()
    {
        writer.Line();
        writer.Doc("summary", "The outcome of one run.");
        writer.ParameterDoc("Winner", $"Index of the {plan.Market.Agent} that is served, in the order {string.Join(", ", plan.Agents)}; -1: nobody.");
        writer.ParameterDoc("Price", $"What the winner {plan.Market.Pays}; 0 if nobody is served.");
        for (var agent = 0; agent < plan.Agents.Count; agent++)
        {
            writer.ParameterDoc(Payments[agent], $"What {plan.Agents[agent]} {plan.Market.Pays}.");
        }

        writer.Line(Stamp.Attribute());
        writer.Block($"public readonly record struct Result(int Winner, {_money} Price, {string.Join(", ", Payments.Select(name => $"{_money} {name}"))})", () =>
        {
            writer.Doc("summary", "True if somebody is served.");
            writer.Line("public bool IsSold => Winner >= 0;");
            writer.Line();
            writer.Doc("summary", "The winner's name; null if nobody is served.");
            writer.Line($"public string? WinnerName => Winner < 0 ? null : {OwnText.Engine}.Name(Winner);");
        });
    }
}
