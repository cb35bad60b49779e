using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Crowdfunding;

/// <summary>A solved campaign: who backs a product that is made only if its target is met, and what backers pay.</summary>
/// <param name="Problem">What was solved.</param>
/// <param name="Evidence">Every guarantee that holds, with its theorem.</param>
public sealed record SolvedCampaign(Problem Problem, EquatableArray<Evidence> Evidence) : Solution(Problem, Evidence)
{
    /// <summary>What the product costs.</summary>
    public double Target => ((Campaign)Problem.Environment.Feasible).Target;

    /// <summary>What a backer's report counts for; one entry for alike backers. The report itself unless expected profit is maximised.</summary>
    public required EquatableArray<BackerScore> Scores { get; init; }

    /// <summary>At a fixed price: the number of pledges that meet the target; null otherwise.</summary>
    public int? Pledges { get; init; }

    /// <summary>What can be expected of truthful backers; null without priors, without a fixed number of backers, or where it is not known exactly.</summary>
    public CampaignNumbers? Numbers { get; init; }
}

/// <summary>A report counts for Slope·value + Intercept; below <paramref name="Lowest"/> it never gets the product.</summary>
/// <param name="Slope">Positive.</param>
/// <param name="Intercept">What is added.</param>
/// <param name="Lowest">The lowest report that can get the product: where it counts for 0, or the lower end of the support.</param>
public sealed record BackerScore(double Slope, double Intercept, double Lowest)
{
    /// <summary>A report that counts for itself.</summary>
    public static BackerScore Itself { get; } = new(1, 0, 0);

    /// <summary>What the report counts for: nothing if it never gets the product.</summary>
    public double At(double report) => report >= Lowest ? Math.Max(0, (Slope * report) + Intercept) : 0;
}

/// <summary>Expectations of a campaign with truthful backers.</summary>
/// <param name="Funded">The probability that the product is made.</param>
/// <param name="Profit">Expected payments less the expected cost.</param>
/// <param name="BackerSurplus">What all backers together expect to gain; null where it is not known.</param>
public sealed record CampaignNumbers(Amount Funded, Amount Profit, Amount? BackerSurplus);
