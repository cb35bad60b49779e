using Fractions;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.MultiParameter;

/// <summary>What a mechanism over finitely many outcomes guarantees: by theorem, or because every profile was computed.</summary>
internal static class ChoiceGuarantees
{
    private const string Model = "quasi-linear private values, no budgets, one identity an agent";

    /// <summary>The guarantees, the stronger ones before what they imply.</summary>
    public static EquatableArray<Evidence> Of(Problem problem, ChoiceSurvey? survey)
    {
        var choice = problem.Choice!;
        var proofs = survey is { IsComplete: true } ? survey : null;
        var evidence = new List<Evidence>();
        AddTruth(problem, choice, proofs, evidence);
        AddRationality(problem, choice, proofs, evidence);
        AddBudget(problem, choice, proofs, evidence);
        if (IsUnweighted(problem) && choice.Boosts.All(boost => boost == 0))
        {
            evidence.Add(new Evidence(
                Guarantee.AllocativelyEfficient,
                "the outcome with the highest sum of values, less its cost, is chosen",
                "at every profile of truthful reports" + Rounding(problem)));
        }

        return evidence.ToEquatableArray();
    }

    /// <summary>Whether the values of all agents count alike.</summary>
    public static bool IsUnweighted(Problem problem) => problem.Population is not Population.Named(var named) || named.All(agent => agent.Weight == 1);

    private static void AddTruth(Problem problem, OutcomeChoice choice, ChoiceSurvey? proofs, List<Evidence> evidence)
    {
        if (problem.Payments is PaymentRule.Balanced balanced)
        {
            AddInterimTruth(problem, balanced, proofs, evidence);
            return;
        }

        var theorem = IsUnweighted(problem) && choice.Boosts.Count == 0
            ? (problem.Payments is PaymentRule.Clarke ? "Clarke (1971), " : string.Empty) + "Groves (1973): each agent's utility is the welfare of all, less a term that it cannot influence"
            : "Roberts (1979): an affine maximiser with payments divided by the agent's weight";
        evidence.Add(new Evidence(Guarantee.DominantStrategyIncentiveCompatible, theorem, Model + Rounding(problem)));
        evidence.Add(new Evidence(Guarantee.BayesianIncentiveCompatible, "a dominant strategy is a best reply under every belief", Model + Rounding(problem))
        {
            ImpliedBy = Guarantee.DominantStrategyIncentiveCompatible,
        });
    }

    /// <summary>Balanced payments are truthful in expectation by theorem; what rounding to the money does to that is computed.</summary>
    private static void AddInterimTruth(Problem problem, PaymentRule.Balanced balanced, ChoiceSurvey? proofs, List<Evidence> evidence)
    {
        if (proofs is not { AreLiesKnown: true, Expected: not null })
        {
            return;
        }

        if (proofs.Lie is null)
        {
            evidence.Add(new Evidence(Guarantee.DominantStrategyIncentiveCompatible, ByEnumeration(proofs), Model + Rounding(problem)));
            AddWeaker(evidence, Guarantee.DominantStrategyIncentiveCompatible, "a dominant strategy is a best reply under every belief", Model + Rounding(problem), Guarantee.BayesianIncentiveCompatible);
        }
        else if (proofs.InterimLie is null)
        {
            var theorem = balanced.Method switch
            {
                BalancingMethod.Rebalanced => "interim payments are those of a truthful rule, less the same amount for every type (Börgers 2015)",
                _ => "Arrow (1979), d'Aspremont and Gérard-Varet (1979): what a report costs the others in expectation is what it changes of the agent's own payment",
            };
            evidence.Add(new Evidence(
                Guarantee.BayesianIncentiveCompatible,
                theorem + "; computed for every type and lie",
                "quasi-linear private values, independent types, the declared priors common knowledge" + Rounding(problem)));
        }
    }

    private static void AddRationality(Problem problem, OutcomeChoice choice, ChoiceSurvey? proofs, List<Evidence> evidence)
    {
        var lowest = LowestValue(choice);
        var options = ChoiceSurveyor.OptionsOf(problem, proofs?.LeastGain.Reports.Count ?? 1);
        var theorem = problem.Payments is PaymentRule.IndividuallyRational { IsInterim: false }
            ? "what an agent pays leaves each of its types at least its outside option, whatever the others report"
            : problem.Payments is PaymentRule.Clarke && choice.Shares is null && lowest is { } low && choice.Tables.All(table => table.Options.Count == 0) && options.All(option => low >= Rationals.FromDecimal(option))
            ? $"an agent keeps at least what the outcome that is chosen without it is worth to it, and no value is below {(options.All(option => option == 0) ? "zero" : "its outside option")}"
            : proofs is { LeastGain.Amount.IsNegative: false } ? ByEnumeration(proofs)
            : null;
        if (theorem is not null)
        {
            evidence.Add(new Evidence(Guarantee.ExPostIndividuallyRational, theorem, Model + Rounding(problem)));
            AddWeaker(evidence, Guarantee.ExPostIndividuallyRational, "what holds at every profile holds in expectation", Model, Guarantee.InterimIndividuallyRational, Guarantee.ExAnteIndividuallyRational);
        }
        else if (proofs?.Expected is { } expected && options.Count == expected.Interim.Count)
        {
            const string Scope = "under the declared priors";
            if (expected.Interim.Select((types, agent) => types.Select((utility, type) => proofs.Masses[agent][type].IsZero || utility >= OutsideOptions.Of(problem, agent, type)).All(holds => holds)).All(holds => holds))
            {
                evidence.Add(new Evidence(Guarantee.InterimIndividuallyRational, "the expected utility of every type was computed", Scope));
                AddWeaker(evidence, Guarantee.InterimIndividuallyRational, "what holds for every type holds on average", Scope, Guarantee.ExAnteIndividuallyRational);
            }
            else if (expected.ExAnte(proofs.Masses).Select((utility, agent) => utility >= OutsideOptions.Mean(problem, agent, proofs.Masses[agent])).All(holds => holds))
            {
                evidence.Add(new Evidence(Guarantee.ExAnteIndividuallyRational, "the expected utility of every agent was computed", Scope));
            }
        }
    }

    private static void AddBudget(Problem problem, OutcomeChoice choice, ChoiceSurvey? proofs, List<Evidence> evidence)
    {
        // Clarke payments are never negative, whatever outcomes cost; shares come on top.
        var isClarke = problem.Payments is PaymentRule.Clarke;
        if (isClarke)
        {
            evidence.Add(new Evidence(Guarantee.NoSubsidy, "what an agent's presence costs the others is never negative" + (choice.Shares is null ? string.Empty : ", and neither is a share"), Model));
        }
        else if (proofs is { LeastPayment.Amount.IsNegative: false })
        {
            evidence.Add(new Evidence(Guarantee.NoSubsidy, ByEnumeration(proofs), Model));
        }

        var costs = problem.Environment.Cost is SocialCost.PerOutcome(var amounts) ? amounts : [];
        if (proofs is not null && proofs.LeastSurplus.Amount.IsZero && proofs.MostSurplus.Amount.IsZero)
        {
            evidence.Add(new Evidence(Guarantee.ExPostBudgetBalanced, ByEnumeration(proofs), Model));
            AddWeaker(evidence, Guarantee.ExPostBudgetBalanced, "what is balanced at every profile covers the cost", Model, Guarantee.ExAnteBudgetBalanced, Guarantee.NoDeficit);
            return;
        }

        var theorem = choice.Shares is not null && isClarke ? "the shares sum to the cost, and the taxes on top are never negative"
            : isClarke && costs.All(cost => cost <= 0) ? "no payment is negative, and no outcome costs anything"
            : proofs is { LeastSurplus.Amount.IsNegative: false } ? ByEnumeration(proofs)
            : null;
        if (theorem is not null)
        {
            evidence.Add(new Evidence(Guarantee.NoDeficit, theorem, Model + Rounding(problem)));
        }

        if (proofs?.Expected is { } expected && expected.Revenue == expected.Cost)
        {
            evidence.Add(new Evidence(Guarantee.ExAnteBudgetBalanced, "expected payments and expected cost were computed", "under the declared priors"));
        }
    }

    private static void AddWeaker(List<Evidence> evidence, Guarantee from, string because, string scope, params Guarantee[] weaker) =>
        evidence.AddRange(weaker.Select(guarantee => new Evidence(guarantee, because, scope) { ImpliedBy = from }));

    private static string ByEnumeration(ChoiceSurvey proofs) => FormattableString.Invariant($"computed at each of the {proofs.Profiles} profiles");

    /// <summary>The lowest value of any outcome to any type; null where only the author's method knows.</summary>
    private static Fraction? LowestValue(OutcomeChoice choice) => choice.Form switch
    {
        ValueForm.Reported => Rationals.FromDecimal(choice.Low),
        ValueForm.OfLast => Rationals.FromDecimal(Math.Min(choice.Low, 0)),
        _ when choice.Tables.Count == 0 || choice.Tables.Any(table => table.Types.Count == 0) => null,
        _ => choice.Tables.SelectMany(table => table.Values).SelectMany(row => row).Select(Rationals.FromDecimal).Min(),
    };

    private static string Rounding(Problem problem) => DerivedPayments.Applies(problem.Payments)
        ? problem.Money.IsGrid ? "; exact, with the tables rounded to the money's steps" : "; up to the rounding of the tables to doubles"
        : problem.Money.IsGrid ? "; exact" : "; up to the rounding of sums of doubles";
}
