using Fractions;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Provision;

namespace MechanismDsl.Generators.Explaining;

/// <summary>Explains a decision by scores: when it is decided for, what is paid and why, what it keeps of the efficient decision, what does not hold, what is guaranteed.</summary>
internal sealed class ProvisionExplainer(SolvedProvision solution)
{
    private readonly List<ExplanationLine> _lines = [];

    private bool IsTrade => solution.Problem.Environment.Name == EnvironmentName.BilateralTrade;

    private bool IsRevenue => solution.Problem.Objective == Objective.RevenueOptimal;

    private bool IsEfficient => solution.Share.IsZero;

    /// <summary>The lines from the top.</summary>
    public EquatableArray<ExplanationLine> Explain()
    {
        Add(0, Summary());
        ExplainDecision();
        ExplainPayments();
        ExplainShare();
        ExplainExpectations();
        ExplainAgents();
        ExplainLimits();
        _lines.AddRange(GuaranteeLines.Of(solution.Evidence, solution.Problem.Assumptions));
        return _lines.ToEquatableArray();
    }

    private void Add(int depth, string text) => _lines.Add(new ExplanationLine(depth, text));

    private string Summary() => (IsTrade, IsRevenue) switch
    {
        (true, _) when solution.Balance is not null => $"Seller and buyer trade {Condition()}{Best()}; what the buyer pays the seller receives, at every profile.",
        (false, _) when solution.Balance is not null => $"The project is carried out {Condition()}{Best()}; payments sum to its cost at every profile.",
        (true, true) => $"Seller and buyer trade {Condition()}, so that the broker between them earns the most; each pays or receives its threshold.",
        (true, false) => $"Seller and buyer trade {Condition()}, the best rule that needs no money in expectation; each pays or receives its threshold.",
        (false, true) => $"The project is carried out {Condition()}, so that its owner earns the most; every agent pays its threshold.",
        _ => $"The project is carried out {Condition()}, the best rule that covers its cost in expectation; every agent pays its threshold.",
    };

    private string Best() => solution.Problem.Objective == Objective.SecondBest ? ", the best rule that needs no money from outside" : string.Empty;

    private string Condition() => (IsTrade, solution.LeastSum) switch
    {
        (true, { IsZero: true }) => "if the bid is at least the cost",
        (true, { } least) => $"if the bid exceeds the cost by at least {Number(least)}",
        (false, { } least) => $"if the values sum to at least {Number(least)}",
        (true, null) => $"if the buyer's {Score()} value is at least the seller's {Score()} cost",
        _ => $"if the {Score()} values sum to at least its cost {Number(solution.Cost)}",
    };

    private string Score() => IsRevenue ? "virtual" : "weighted virtual";

    private void ExplainDecision()
    {
        var formula = IsTrade ? "value − {0}(1 − F)/f of the buyer and cost + {0}F/f of the seller" : "value − {0}(1 − F)/f of each agent";
        var share = IsRevenue ? string.Empty : $"{Share()}·";
        if (IsEfficient)
        {
            var possible = solution.Problem.Objective == Objective.Efficient ? string.Empty
                : IsTrade ? " Under these priors that is possible without money: one side always outbids the other, or never."
                : " Under these priors that is possible without money: it is always worth its cost, or never.";
            Add(1, (IsTrade ? "Who trades: both do if the bid is at least the cost." : "What is decided: Built if the values sum to at least the cost.") + possible);
            return;
        }

        Add(1, IsTrade
            ? $"Who trades: both do {Condition()}; met exactly, they trade."
            : $"What is decided: Built {Condition()}; a sum of exactly that is Built.");
        Add(2, $"It compares {(IsRevenue ? "virtual" : "weighted virtual")} types, {formula.Replace("{0}", share)}{(IsTrade ? string.Empty : $", with the cost {Number(solution.Cost)}")}{(IsIroned ? ", ironed where they fall" : string.Empty)}.");
    }

    private bool IsIroned => solution.Agents.Any(agent => agent.Score.Pieces.Any(piece => piece is Theory.SingleParameter.ConstantPiece));

    private void ExplainPayments()
    {
        if (solution.Balance is { } balance)
        {
            _lines.AddRange(ProvisionBalanceLines.Of(solution, balance));
            return;
        }

        Add(1, IsTrade
            ? "What is paid: the buyer pays the lowest bid with which it would still trade, the seller receives the highest cost with which it would; without a trade nothing is paid."
            : "What is paid: if it is built every agent pays the lowest value with which it still would be, the others' given; otherwise nothing is paid.");
        if (!IsTrade || solution.LeastSum is not { } least)
        {
            return;
        }

        // The highest cost that trades at all with a buyer of the support, and the lowest bid.
        var (ceiling, floor) = (-solution.Agents[0].Floor, solution.Agents[1].Floor);
        var gap = least.IsZero ? string.Empty : $" plus {Number(least)}";
        var back = least.IsZero ? string.Empty : $" minus {Number(least)}";
        Add(2, $"The buyer pays the cost{gap}, at least {Words(floor)}; the seller receives the bid{back}, at most {Words(ceiling)}.");
    }

    private void ExplainShare()
    {
        if (IsEfficient)
        {
            return;
        }

        if (IsRevenue)
        {
            Add(1, "Why: expected payments are expected virtual types, so the decision for which they exceed the cost earns the most (Myerson 1981; Myerson and Satterthwaite 1983, section 5).");
            return;
        }

        Add(1, $"Why {Share()}: a share α = {Share()} of the information rents counts as a cost, the one at which expected payments equal the expected cost; money is worth λ = α/(1 − α) = {Lambda()} more than welfare.");
        Add(2, "Any smaller share decides more and runs a deficit, any larger one decides less than the budget allows.");
        if (IsTrade && LinearEquilibrium.Of(solution) is { } linear)
        {
            Add(2, $"Haggling does as well: if they trade at half of the sum of bid and ask wherever the bid is at least the ask, it is an equilibrium to bid {Line("value", linear.Bid)} and to ask {Line("cost", linear.Ask)} (Chatterjee and Samuelson 1983). Then they trade in the same cases, and what the buyer pays the seller receives.");
        }
    }

    private static string Line(string type, Fraction intercept) => intercept.IsZero
        ? $"2/3·{type}"
        : $"2/3·{type} {(intercept.IsNegative ? "−" : "+")} {Number(intercept.Abs())}";

    private string Share() => solution.IsShareExact ? Number(solution.Share) : NumberText.Words(RationalText.ToDouble(solution.Share), 10);

    private string Lambda() => solution.Lambda is not { } lambda ? string.Empty : solution.IsShareExact ? Number(lambda) : NumberText.Words(RationalText.ToDouble(lambda), 10);

    private void ExplainExpectations()
    {
        if (solution.Numbers is not { } numbers)
        {
            return;
        }

        Add(1, "Expected, with truthful reports under the declared priors:");
        var what = IsTrade ? "Gains from trade" : "Welfare, the cost deducted";
        var share = numbers.FirstBest.Sign is not > 0 ? "." : numbers is { Welfare.Exact: { } welfare, FirstBest.Exact: { } best }
            ? $" of {numbers.FirstBest} that the efficient decision yields, a share of {Number(welfare / best)}."
            : $" of {numbers.FirstBest} that the efficient decision yields, a share of {NumberText.Words(numbers.Welfare.Value / numbers.FirstBest.Value, 6)}.";
        Add(2, $"{what}: {numbers.Welfare}{share}");
        Add(2, $"Chance that {(IsTrade ? "they trade" : "it is built")}: {numbers.Chance}.");
        Add(2, IsRevenue ? $"{(IsTrade ? "The broker" : "The owner")} earns {numbers.Surplus}."
            : numbers.Surplus.Exact is { IsZero: true } ? "Payments equal the cost: nobody outside adds or keeps anything."
            : $"Payments exceed the cost by {numbers.Surplus}: blocks of ironed types meet there, and only a lottery would balance.");
    }

    private void ExplainAgents()
    {
        foreach (var agent in solution.Problem.Population is Population.Alike ? solution.Agents.Take(1) : solution.Agents)
        {
            var who = solution.Problem.Population is Population.Alike ? "Every agent" : agent.Agent.Name;
            var what = agent.Agent.Side == Side.Buyer ? "value" : "cost";
            var limit = solution.Problem.Objective == Objective.Efficient ? string.Empty
                : agent.Agent.Side == Side.Supplier ? $"; with a cost above {Words(0 - agent.Floor)} it never trades"
                : agent.Floor <= 0 ? string.Empty
                : $"; with a value below {Words(agent.Floor)} {(IsTrade ? "it never trades" : "it keeps the project from being built")}";
            Add(1, $"{who}: {what} distributed as {agent.Agent.Prior!.Describe()}{limit}.");
        }
    }

    private void ExplainLimits()
    {
        if (!IsEfficient)
        {
            Add(1, IsTrade
                ? "What does not hold: efficiency. Trades that are worth little do not happen; that is what truthful reports cost."
                : "What does not hold: efficiency. A project that is worth little more than its cost is not carried out; that is what truthful reports cost.");
        }

        if (solution.Balance is not null)
        {
            Add(1, "What does not hold: truth as a dominant strategy, and participation at every profile. Who knew the others' reports would now and then lie, or stay away.");
        }
        else if (!IsRevenue && !(IsEfficient && solution.Numbers is { Surplus.Exact.IsZero: true }))
        {
            Add(1, IsTrade
                ? "What does not hold: balance at every profile. The seller receives more than the buyer pays at some profiles, and less at others."
                : "What does not hold: balance at every profile. Payments miss the cost at some profiles, and exceed it at others.");
        }
    }

    private static string Number(Fraction number) => RationalText.Of(number);

    private static string Words(double number) => NumberText.Words(number, 12);
}
