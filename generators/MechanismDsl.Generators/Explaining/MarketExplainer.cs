using System.Globalization;
using Fractions;
using MechanismDsl.Theory.Exchange;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Generators.Explaining;

/// <summary>Explains an exchange by scores: who trades, what is paid and why, what it keeps of efficient trade, what does not hold, what is guaranteed.</summary>
internal sealed class MarketExplainer(SolvedMarket market)
{
    private readonly List<ExplanationLine> _lines = [];

    private bool IsRevenue => market.Problem.Objective == Objective.RevenueOptimal;

    private bool IsEfficient => market.Share.IsZero;

    /// <summary>The lines from the top.</summary>
    public EquatableArray<ExplanationLine> Explain()
    {
        Add(0, IsRevenue
            ? $"The best pairs trade {Condition()}, so that the broker between them earns the most; each agent pays or receives its threshold."
            : $"The best pairs trade {Condition()}, the best rule that needs no money in expectation; each agent pays or receives its threshold.");
        ExplainTrades();
        ExplainShare();
        ExplainExpectations();
        ExplainAgents();
        if (!IsEfficient)
        {
            Add(1, "What does not hold: efficiency. Trades that are worth little do not happen; that is what truthful reports cost, and the less the more agents there are.");
        }

        Add(1, $"What does not hold: {(IsRevenue ? "no deficit" : "balance")} at every profile. Sellers receive more than buyers pay at some profiles, and less at others.");
        _lines.AddRange(GuaranteeLines.Of(market.Evidence, market.Problem.Assumptions));
        return _lines.ToEquatableArray();
    }

    private void Add(int depth, string text) => _lines.Add(new ExplanationLine(depth, text));

    private string Score => IsRevenue ? "virtual" : "weighted virtual";

    private string Condition() => market.LeastGain switch
    {
        { IsZero: true } => "whose bid is at least the cost",
        { } least => $"whose bid exceeds the cost by at least {Number(least)}",
        null => $"whose {Score} value is at least the {Score} cost",
    };

    private void ExplainTrades()
    {
        var first = market.IsNamed ? "the first declared" : "the lowest index";
        if (market.LeastGain is null)
        {
            Add(1, $"Who trades: rank buyers by {Score} values from the highest and sellers by {Score} costs from the lowest; the k pairs of which the value is at least the cost. Met exactly, they trade, and among equals {first} comes first.");
        }
        else
        {
            Add(1, $"Who trades: rank the bids from the highest and the costs from the lowest; the k pairs {Condition()}. Met exactly, they trade, and among equals {first} comes first.");
        }

        if (!IsEfficient)
        {
            var share = IsRevenue ? string.Empty : $"{Share()}·";
            Add(2, $"It compares {Score} types, value − {share}(1 − F)/f of a buyer and cost + {share}F/f of a seller{(IsIroned ? ", ironed where they fall" : string.Empty)}.");
        }

        Add(1, "What is paid: every trading buyer pays the lowest bid, every trading seller receives the highest cost with which it would still trade; who does not trade pays and receives nothing.");
        if (market.LeastGain is { } least)
        {
            var (more, less) = least.IsZero ? (string.Empty, string.Empty) : ($" plus {Number(least)}", $" minus {Number(least)}");
            Add(2, $"Buyers pay cost k{more} or bid k + 1, whichever is higher, at least {Words(FloorOf(Side.Buyer))}; sellers receive bid k{less} or cost k + 1, whichever is lower, at most {Words(0 - FloorOf(Side.Supplier))}.");
        }
    }

    private double FloorOf(Side side) => market.Agents.First(agent => agent.Agent.Side == side).Floor;

    private bool IsIroned => market.Agents.Any(agent => agent.Score.Pieces.Any(piece => piece is ConstantPiece));

    private void ExplainShare()
    {
        if (IsEfficient)
        {
            Add(1, "Why: under these priors efficient trade needs no money in expectation.");
        }
        else if (IsRevenue)
        {
            Add(1, "Why: expected payments less receipts are expected virtual values less virtual costs, so the trades for which they are not negative earn the most (Myerson 1981; Myerson and Satterthwaite 1983, section 5).");
        }
        else
        {
            Add(1, $"Why {Share()}: a share α = {Share()} of the information rents counts as a cost, the one at which buyers are expected to pay what sellers receive (Gresik and Satterthwaite 1989); money is worth λ = α/(1 − α) = {Words(Rational(market.Share / (Fraction.One - market.Share)))} more than welfare.");
            Add(2, "Any smaller share trades more and runs a deficit, any larger one trades less than the budget allows.");
        }
    }

    private string Share() => Words(Rational(market.Share));

    private void ExplainExpectations()
    {
        if (market.Numbers is not { } numbers)
        {
            return;
        }

        Add(1, "Expected, with truthful reports under the declared priors:");
        Add(2, $"Gains from trade: {numbers.Gains}{(numbers.FirstBest.Sign is > 0 ? $" of {numbers.FirstBest} that efficient trade yields, a share of {NumberText.Words(numbers.Gains.Value / numbers.FirstBest.Value, 6)}." : ".")}");
        Add(2, $"Trades: {numbers.Trades}.");
        Add(2, IsRevenue ? $"The broker earns {numbers.Surplus}."
            : market.IsBalanced ? "Buyers pay what sellers receive: nobody outside adds or keeps anything."
            : IsEfficient ? $"Buyers pay {numbers.Surplus} more than sellers receive; the broker keeps it."
            : $"Buyers pay {numbers.Surplus} more than sellers receive: blocks of ironed types meet there, and only a lottery would balance.");
    }

    private void ExplainAgents()
    {
        foreach (var agent in market.Agents)
        {
            var isBuyer = agent.Agent.Side == Side.Buyer;
            var who = (market.IsNamed, isBuyer) switch
            {
                (true, true) => $"{agent.Agent.Name}, buyer",
                (true, false) => $"{agent.Agent.Name}, seller",
                (_, true) => Counted("buyer", market.Buyers),
                _ => Counted("seller", market.Sellers),
            };
            var limit = !isBuyer ? $"; with a cost above {Words(0 - agent.Floor)} it never trades" : agent.Floor <= 0 ? string.Empty : $"; with a value below {Words(agent.Floor)} it never trades";
            Add(1, $"{who}: {(isBuyer ? "value" : "cost")} distributed as {agent.Agent.Prior!.Describe()}{limit}.");
        }
    }

    private static string Counted(string side, int? count) => count is { } number ? $"Every {side} of {number.ToString(CultureInfo.InvariantCulture)}" : $"Every {side}";

    private static string Number(Fraction number) => Words(Rational(number));

    private static double Rational(Fraction number) => RationalText.ToDouble(number);

    private static string Words(double number) => NumberText.Words(number, 10);
}
