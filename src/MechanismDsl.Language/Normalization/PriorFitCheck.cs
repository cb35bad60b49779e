using MechanismDsl.Language.Findings;
using MechanismDsl.Language.Normalization.Environments;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Crowdfunding;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Language.Normalization;

/// <summary>Priors whose support or shape an environment has no use for: MECH0034.</summary>
internal static class PriorFitCheck
{
    private const double HighestSkill = 1e7;

    /// <summary>Runs the check.</summary>
    public static void Run(Draft draft, IReadOnlyList<StatedPrior?> priors)
    {
        var environment = EnvironmentTable.Of(draft)?.Attribute;
        foreach (var stated in priors.OfType<StatedPrior>().GroupBy(stated => stated.Place).Select(group => group.First()))
        {
            if (Obstacle(draft, environment, stated.Prior) is { } obstacle)
            {
                draft.Report(Rule.PriorDoesNotFit, stated.Place, stated.Prior.Describe(), environment!, obstacle);
            }
        }
    }

    private static string? Obstacle(Draft draft, string? environment, Prior prior) => environment switch
    {
        PartnershipEnvironment.Attribute => prior is not ContinuousPrior ? "its values have no density, with which the payments of a partnership are solved"
            : prior.Lower < 0 ? "a partner to whom the firm is worth less than nothing would throw it away, but shares of it are owned"
            : double.IsInfinity(prior.Mean) ? "its mean is infinite, and with it what partners pay each other"
            : null,
        TaxationEnvironment.Attribute => !(prior.Lower > 0) ? "a skill is output per unit of labour, and without any nobody could be asked to work: skills are positive"
            : !(prior.Upper <= HighestSkill) ? "the schedule is solved for skills of at most 1E7, whose square is the highest output; truncate the prior"
            : prior is ContinuousPrior && !PossibilityTest.IsConnected(prior) ? "it has a gap between skills, over which the schedule is not solved"
            : null,
        CrowdfundingEnvironment.Attribute when draft.Has("RevenueOptimal") && CampaignSolver.ScoreOf(prior) is null =>
            "its virtual value is not one increasing line, for which the most profitable campaign is solved; [PostedPrice(p)] needs none",
        _ => null,
    };
}
