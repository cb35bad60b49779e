using MechanismDsl.Generators.Explaining;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Theory.Crowdfunding;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Planning;

/// <summary>What is written for a campaign.</summary>
/// <param name="Type">The type to extend.</param>
/// <param name="Evidence">Every guarantee that holds, with its theorem.</param>
/// <param name="Currency">The type of reports and payments.</param>
/// <param name="Names">The backers' names in order; empty where they have none.</param>
/// <param name="Target">What the product costs.</param>
/// <param name="Rule">Who gets it at which payments.</param>
/// <param name="Numbers">The constants of expectations.</param>
/// <param name="Explanation">The mechanism in English; its first line is the summary.</param>
internal sealed record CampaignPlan(
    TypeIdentity Type,
    EquatableArray<Evidence> Evidence,
    Currency Currency,
    EquatableArray<string> Names,
    double Target,
    CampaignRule Rule,
    EquatableArray<StatedNumber> Numbers,
    EquatableArray<ExplanationLine> Explanation)
    : FilePlan(Type, Evidence)
{
    /// <inheritdoc/>
    public override FilePlan Unjudged() => this;

    /// <summary>The plan of one file.</summary>
    public static CampaignPlan Of(Declaration declaration, SolvedCampaign campaign)
    {
        var problem = campaign.Problem;
        return new CampaignPlan(
            declaration.Type,
            campaign.Evidence,
            new Currency(problem.Money.Kind, problem.Money.Decimals),
            problem.Population is Population.Named(var named) ? named.Select(agent => agent.Name ?? string.Empty).ToEquatableArray() : [],
            campaign.Target,
            problem.Payments is PaymentRule.Posted(var price) ? new CampaignRule.AtPrice(price, campaign.Pledges ?? 0)
                : problem.Payments is PaymentRule.PayAsBid ? new CampaignRule.Pledged()
                : problem.Payments is PaymentRule.CostSharing ? new CampaignRule.Shared()
                : problem.Objective == Objective.RevenueOptimal ? new CampaignRule.Optimal(campaign.Scores)
                : new CampaignRule.Efficient(),
            NumbersOf(campaign).ToEquatableArray(),
            new CampaignExplainer(campaign).Explain())
        {
            Assumptions = problem.Assumptions,
        };
    }

    private static IEnumerable<StatedNumber> NumbersOf(SolvedCampaign campaign)
    {
        if (campaign.Numbers is not { } numbers)
        {
            yield break;
        }

        yield return StatedNumber.Of("ProbabilityFunded", "The probability that the product is made, with truthful reports under the declared priors.", numbers.Funded);
        yield return StatedNumber.Of("ExpectedProfit", "Expected payments less the expected cost, with truthful reports under the declared priors.", numbers.Profit);
        if (numbers.BackerSurplus is { } surplus)
        {
            yield return StatedNumber.Of("ExpectedBackerSurplus", "What all backers together expect to gain, with truthful reports under the declared priors.", surplus);
        }
    }
}

/// <summary>Who gets the product, and what is paid.</summary>
internal abstract record CampaignRule
{
    private CampaignRule() { }

    /// <summary>Who accepts a fixed price, if enough do.</summary>
    internal sealed record AtPrice(double Price, int Pledges) : CampaignRule;

    /// <summary>All, at their own pledges, if these meet the target.</summary>
    internal sealed record Pledged : CampaignRule;

    /// <summary>The largest group to each of whom an equal share is worth it.</summary>
    internal sealed record Shared : CampaignRule;

    /// <summary>All, at what the others lack of the target.</summary>
    internal sealed record Efficient : CampaignRule;

    /// <summary>Whose reports count for something, at the lowest report that would still get it.</summary>
    internal sealed record Optimal(EquatableArray<BackerScore> Scores) : CampaignRule;
}
