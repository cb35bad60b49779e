using MechanismDsl.Analyzers.Infrastructure;
using MechanismDsl.Analyzers.Solving;
using MechanismDsl.Language.Claims;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Exchange;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Partnerships;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Provision;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Theorems;

/// <summary>Fires when: `[Guarantees(…)]` promises participation and balance of an efficient mechanism, and the theorem of the environment forbids it.</summary>
/// <remarks>Message arguments: the type; the four promises; the theorem; what is missing: S*, the worst-off types and the least subsidy; what the nearest mechanisms keep.</remarks>
internal static class ImpossibleRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = Rule.Impossible;

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "No mechanism can keep these promises together",
        messageFormat: "'{0}' cannot be {1} at once: by {2} {3}{4}",
        category: Categories.Theorems,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Interim payments of efficient and truthful mechanisms differ by constants only, and the constants end where the worst-off types would rather stay away.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension,
        customTags: GateTags.All);

    /// <summary>Holds the promises of a declaration against the theorem.</summary>
    public static Finding? Examine(MechanismReading reading, Problem problem, CancellationToken cancellation)
    {
        if (!PossibilityCheck.Applies(problem) || Keeps(Solutions.Of(problem, cancellation)) || Possibilities.Of(problem, cancellation) is not Possibility.Impossible impossible)
        {
            return null;
        }

        List<string> instead = [];
        List<FixProperty> properties = [];
        var secondBest = problem with { Objective = Objective.SecondBest, Payments = new PaymentRule.Threshold(), Claims = [], Assumptions = [] };
        if (ProvisionSolver.Applies(secondBest) && problem.Choice?.Shares is null && ProvisionSolver.Obstacle(secondBest) is null && Solutions.Of(secondBest, cancellation) is SolvedProvision { Numbers: { } numbers })
        {
            instead.Add($"[SecondBest] keeps {Share(numbers.Welfare, numbers.FirstBest)} of the {(problem.Environment.Name == EnvironmentName.BilateralTrade ? "gains" : "welfare")}");
            properties.Add(new FixProperty(FixData.Goal, nameof(Objective.SecondBest)));
        }

        if (MarketSolver.Applies(secondBest) && MarketSolver.Obstacle(secondBest) is null && Solutions.Of(secondBest, cancellation) is SolvedMarket { Numbers: { } market })
        {
            instead.Add($"[SecondBest] keeps {Share(market.Gains, market.FirstBest)} of the gains");
            properties.Add(new FixProperty(FixData.Goal, nameof(Objective.SecondBest)));
        }

        if (problem.Environment.Name == EnvironmentName.BilateralTrade && BestPrice.Of(problem, cancellation) is var (price, gains) && impossible.Welfare.Value > 0)
        {
            instead.Add($"[PostedPrice({NumberText.Words(price, 10)})] keeps {Wording.Number(gains / impossible.Welfare.Value)}");
            properties.Add(new FixProperty(FixData.Price, NumberText.Words(price, 10)));
        }

        if (problem.Environment.Name == EnvironmentName.Partnership)
        {
            AddShares(problem, instead, properties, cancellation);
        }

        return PossibilityCheck.Of(reading.Declaration, problem, impossible, instead.ToEquatableArray(), properties.ToEquatableArray());
    }

    /// <summary>Whether the mechanism itself keeps all promises: then they can be kept.</summary>
    private static bool Keeps(Solution solution) => solution.Problem.Claims.All(claim => solution.Evidence.Any(evidence => evidence.Guarantee == claim));

    private static string Share(Amount part, Amount whole) => part.Exact is { } kept && whole.Exact is { } all
        ? RationalText.Of(kept / all)
        : Wording.Number(part.Value / whole.Value);

    private static void AddShares(Problem problem, List<string> instead, List<FixProperty> properties, CancellationToken cancellation)
    {
        if (((SolvedPartnership)Solutions.Of(problem, cancellation)).Admissible is { } shares)
        {
            instead.Add($"with a share of {Wording.Number(shares.Low)} to {Wording.Number(shares.High)} for the first partner it can be");
            properties.Add(new FixProperty(FixData.Shares, Nearest(shares, PartnershipSolver.SharesOf(problem)[0])));
        }
        else if (PartnershipSolver.PriorsOf(problem).Distinct().Count() == 1)
        {
            instead.Add("with equal shares it can be");
        }
    }

    /// <summary>The nearest admissible shares, rounded to four digits inwards, as C# text.</summary>
    private static string Nearest(ShareInterval shares, double first)
    {
        var steps = first < shares.Low ? Math.Ceiling(shares.Low * 10_000) : Math.Floor(shares.High * 10_000);
        return $"{Wording.Number(steps / 10_000)}, {Wording.Number((10_000 - steps) / 10_000)}";
    }
}
