using MechanismDsl.Generators.Explaining;
using MechanismDsl.Generators.Pipeline;
using MechanismDsl.Language;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Theory.Exchange;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Provision;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Generators.Planning;

/// <summary>Chooses what is written for a decision by scores: the runs are those of a trade or of a project, the engine compares sums of scores.</summary>
internal static class ProvisionPlanner
{
    /// <summary>Types have no side to be turned to.</summary>
    private static readonly Market Types = new(IsProcurement: false);

    /// <summary>The plan of one file.</summary>
    public static FilePlan Plan(Found found, SolvedProvision solution, UserChoice? user)
    {
        var code = Code(solution) with { Balance = BalanceCode.Of(solution) };
        var explanation = new ProvisionExplainer(solution).Explain();
        return solution.Problem.Environment.Name == EnvironmentName.BilateralTrade
            ? Trade(found.Declaration, solution, code, explanation)
            : Project(found.Declaration, solution, code, explanation, user ?? throw new ArgumentException("The outcomes were not read.", nameof(user)));
    }

    private static ExchangePlan Trade(Declaration declaration, SolvedProvision solution, ScoreCode code, EquatableArray<ExplanationLine> explanation) => new(
        declaration.Type,
        solution.Evidence,
        new Currency(MoneyKind.Double, 0),
        new ExchangeRule.Scores(code),
        IsPair: true,
        solution.Agents.Select(agent => new Trader(agent.Agent.Name ?? string.Empty, agent.Agent.Side == Side.Buyer)).ToEquatableArray(),
        solution.Numbers is { } numbers ? new TradeNumbers(Stated(numbers.FirstBest.Value), Stated(numbers.Welfare.Value), Stated(-numbers.Surplus.Value)) : null,
        explanation)
    {
        Assumptions = solution.Problem.Assumptions,
    };

    private static ChoicePlan Project(Declaration declaration, SolvedProvision solution, ScoreCode code, EquatableArray<ExplanationLine> explanation, UserChoice user)
    {
        var problem = solution.Problem;
        var choice = problem.Choice ?? throw new ArgumentException("A project is a choice.", nameof(solution));
        var cost = RationalText.ToDouble(solution.Cost);
        return new ChoicePlan(
            declaration.Type,
            solution.Evidence,
            new OutcomeNames("global::" + user.OutcomeType, user.Members),
            new Currency(MoneyKind.Double, 0),
            problem.Population is Population.Named(var named) ? named.Select(agent => agent.Name ?? string.Empty).ToEquatableArray() : [],
            solution.Agents.Count,
            solution.Agents.Count,
            choice.Low,
            choice.High,
            explanation[0].Text,
            explanation)
        {
            Assumptions = problem.Assumptions,
            Report = new ChoiceReport.Project(cost),
            Scores = code,
            Expected = solution.Numbers is { } numbers ? (Stated(numbers.Welfare.Value), Stated(numbers.Surplus.Value + (cost * numbers.Chance.Value))) : null,
        };
    }

    private static ScoreCode Code(SolvedProvision solution)
    {
        var agents = solution.Problem.Population is Population.Alike ? solution.Agents.Take(1) : solution.Agents;
        return solution.LeastSum is { } least
            ? new ScoreCode(agents.Select(agent => new ScoreFunction(agent.Floor, [])).ToEquatableArray(), NumberText.Rounded(RationalText.ToDouble(least)))
            : new ScoreCode(agents.Select(Function).ToEquatableArray(), RationalText.ToDouble(solution.Cost));
    }

    /// <summary>The score of an agent from its floor on.</summary>
    public static ScoreFunction Function(ScoredAgent agent)
    {
        var floor = NumberText.Rounded(agent.Floor);
        return new ScoreFunction(floor, agent.Score.Pieces.Where(piece => piece.To > floor).SelectMany(piece => Pieces(piece, floor)).ToEquatableArray());
    }

    private static IEnumerable<Piece> Pieces(ScorePiece piece, double floor) => piece switch
    {
        VirtualPiece smooth => new Tabulation(Types).Pieces(smooth, floor),
        ConstantPiece flat => [new Piece.Flat(From(flat, floor), NumberText.Rounded(flat.To), NumberText.Rounded(flat.Score))],
        AffinePiece line => [new Piece.Line(From(line, floor), NumberText.Rounded(line.To), NumberText.Rounded(line.Slope), NumberText.Rounded(line.Intercept))],
        _ => throw new NotSupportedException($"No code is known for a score of kind {piece.GetType().Name}."),
    };

    private static double From(ScorePiece piece, double floor) => NumberText.Rounded(Math.Max(piece.From, floor));

    /// <summary>An expectation as it is written.</summary>
    public static double Stated(double number) => NumberText.Rounded(number, 12) + 0.0;
}
