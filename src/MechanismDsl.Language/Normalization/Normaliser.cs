using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Language.Normalization.Environments;
using MechanismDsl.Language.Normalization.JointPriors;
using MechanismDsl.Language.Normalization.Optima;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization;

/// <summary>From what a declaration says to what it means: one problem in normal form, or findings that say why there is none.</summary>
public static class Normaliser
{
    /// <summary>Works out the meaning of a declaration. Never throws: contradictions, missing answers and numbers outside their domain are findings.</summary>
    /// <param name="declaration">The declaration.</param>
    /// <param name="files">
    /// The additional files that it may name; those that <see cref="DataFiles.Matches"/> for <see cref="DataFiles.NamedBy"/> are enough.
    /// </param>
    /// <returns>
    /// A problem, or at least one error among the findings. A declaration in which the compiler itself reports an error has neither: its meaning is
    /// unknown, and a second report would be noise.
    /// </returns>
    public static Reading Read(Declaration declaration, EquatableArray<DataFile> files)
    {
        if (declaration.Attributes.Any(attribute => attribute.HasErrors) || declaration.Rules.Any(rule => rule.HasErrors))
        {
            return new Reading(null, []);
        }

        var draft = new Draft(declaration, files);
        ShapeCheck.Run(draft);
        CombinationCheck.Run(draft);
        PresenceCheck.Run(draft);
        ExclusionCheck.Run(draft);
        OwnExclusionCheck.Run(draft);
        DivisionCheck.Run(draft);
        NumberCheck.Run(draft);
        SideCheck.Run(draft);
        var roster = Roster.Read(draft);
        var own = OwnRulesReader.Read(draft);
        var money = MoneyReader.Read(draft, own?.Spec.Report.Kind ?? (OptimalReader.Applies(draft) ? null : ChoiceReader.MoneyOf(draft)), TabulatedPayments.Applies(draft));
        NumberCheck.RunOnGrid(draft, money);
        var claims = ClaimReader.Read(draft);
        var assumptions = AssumptionReader.Read(draft, claims);
        var types = TypesReader.Read(draft, roster, own?.Spec, money);
        var strategy = StrategyCheck.Run(draft, roster);
        EffectCheck.Run(draft, roster);
        var side = draft.IsProcurement ? Side.Supplier : Side.Buyer;
        var isRevenueOptimal = draft.Has("RevenueOptimal") && EnvironmentTable.Of(draft)?.Deciding.Contains("RevenueOptimal") != false;
        var provision = ProvisionCheck.GoalOf(draft)?.Name;
        var source = new PriorSource(draft, roster, provision ?? (isRevenueOptimal ? "RevenueOptimal" : strategy is not null ? "Strategy" : PartnershipEnvironment.CountOf(draft) is not null ? PartnershipEnvironment.Attribute : draft.Has(TaxationEnvironment.Attribute) ? TaxationEnvironment.Attribute : OptimalReader.Applies(draft) && !JointPriorReader.IsStated(draft) ? OptimalReader.Attribute : TabulatedPayments.NeedingPriors(draft)));
        var goods = GoodsEnvironment.CountOf(draft) is > 0 and var count ? source.ReadGoods(count) : [];
        var priors = goods.Count > 0 ? [.. goods.Select(row => row[0])] : source.Read();
        PriorFitCheck.Run(draft, priors);
        TailCheck.Run(draft, priors, isRevenueOptimal && provision is null);
        var reserves = ReserveReader.Read(draft, roster);
        SideCheck.RequireCeiling(draft, reserves);
        OutsideOptionCheck.Run(draft);
        var joint = JointPriorReader.Read(draft, roster, types, money);
        roster = joint is not null && !roster.IsNamed ? roster with { Min = joint.Types.Agents, Max = joint.Types.Agents } : roster;
        var environment = EnvironmentTable.Of(draft)?.Read(draft, roster);
        var choice = ChoiceReader.Read(draft, roster, money, types, priors);
        var optimum = OptimalReader.Of(draft);
        DecisionReader.Check(draft);
        if (draft.HasErrors || environment is null)
        {
            return new Reading(null, draft.Findings);
        }

        var problem = new Problem
        {
            Environment = choice?.Cost is { } cost ? environment with { Cost = cost } : environment,
            Population = Exchanges.IsExchange(draft) ? Exchanges.PopulationOf(draft, roster, priors, types) : PopulationOf(roster, side, priors, goods, reserves, types),
            Information = joint is not null ? Information.JointPrior : priors.All(prior => prior is not null) ? Information.IndependentPriors : Information.Unknown,
            Participation = isRevenueOptimal || joint is not null || provision is not null || optimum is not null ? Participation.Interim : Participation.Unspecified,
            Objective = ObjectiveOf(draft),
            Payments = TabulatedPayments.Of(draft, choice?.Payments ?? PaymentsOf(draft)),
            Ties = (TieBreaking)(int)(draft.First("Mechanism")?.NumberOf("Ties") ?? 0),
            Money = money,
            Claims = claims,
            Assumptions = assumptions,
            Joint = joint,
            Optimum = optimum,
            Own = own?.Spec,
            Choice = choice?.Spec,
            Strategy = strategy?.Formula,
            Messages = strategy is not null && draft.First("Message") is { } message ? new MessageInterval(message.Number(0)!.Value, message.Number(1)!.Value) : null,
        };
        if (ProvisionCheck.Refuses(draft, problem) || OptimalCheck.Complete(draft, roster, problem) is not { } complete)
        {
            return new Reading(null, draft.Findings);
        }

        return new Reading(complete, draft.Findings)
        {
            PriorPlaces = priors.Select(prior => prior?.Place ?? new Place.Type()).ToEquatableArray(),
            Rules = own?.Rules,
            Choice = choice?.User,
        };
    }

    private static Population PopulationOf(Roster roster, Side side, IReadOnlyList<StatedPrior?> priors, IReadOnlyList<IReadOnlyList<StatedPrior?>> goods, IReadOnlyList<Reserve?> reserves, IReadOnlyList<EquatableArray<double>> types)
    {
        var agents = Enumerable.Range(0, roster.IsNamed ? roster.Names.Count : 1).Select(index => new Agent(roster.IsNamed ? roster.Names[index] : null, side, goods.Count > 0 ? null : priors[index]?.Prior)
        {
            GoodPriors = goods.Count > 0 ? goods[index].Select(prior => prior?.Prior).OfType<Theory.Priors.Prior>().ToEquatableArray() : [],
            Reserve = reserves[index],
            Data = priors[index]?.Data,
            Types = types[index],
            OutsideOption = roster.IsNamed ? roster.Uses[index].NumberOf("OutsideOption") ?? 0 : 0,
            Weight = roster.IsNamed ? roster.Uses[index].NumberOf("Weight") ?? 1 : 1,
            Priority = roster.IsNamed ? (int)(roster.Uses[index].NumberOf("Priority") ?? 0) : 0,
        }).ToEquatableArray();
        return roster.IsNamed ? new Population.Named(agents) : new Population.Alike(roster.Min, roster.Max, agents[0]);
    }

    private static Objective ObjectiveOf(Draft draft) =>
        draft.Rule("Score") is not null ? Objective.UserScore
        : draft.Rule("Allocation") is not null ? Objective.UserAllocation
        : OptimalReader.Applies(draft) ? Objective.Optimum
        : draft.Has("Efficient") || JointPriorReader.Applies(draft) ? Objective.Efficient
        : draft.Has("RevenueOptimal") ? Objective.RevenueOptimal
        : draft.Has("SecondBest") ? Objective.SecondBest
        : draft.Has("PostedPrice") ? Objective.FirstToAccept
        : draft.Has("TradeReduction") ? Objective.ReducedTrade
        : Objective.BestReport;

    private static PaymentRule PaymentsOf(Draft draft)
    {
        PaymentRule rule = draft.First("PostedPrice")?.Number(0) is { } price ? new PaymentRule.Posted(price)
            : OptimalReader.Applies(draft) ? new PaymentRule.Optimised()
            : draft.Has("PayAsBid") ? new PaymentRule.PayAsBid()
            : draft.Has("UniformPrice") ? new PaymentRule.UniformPrice()
            : draft.Has("GeneralizedSecondPrice") ? new PaymentRule.GeneralizedSecondPrice()
            : draft.Has("AllPay") ? new PaymentRule.AllPay()
            : draft.Has("CostSharing") ? new PaymentRule.CostSharing()
            : draft.Rule("Payment") is not null ? new PaymentRule.Own()
            : draft.Has("CoreSelecting") ? new PaymentRule.CoreSelecting()
            : DecreasingCheck.Applies(draft) || draft.Has(DivisibleEnvironment.Attribute) ? new PaymentRule.Clarke()
            : JointPriorReader.Applies(draft) ? new PaymentRule.BeliefElicitation()
            : draft.First(RationalPaymentCheck.Attribute) is { } rational ? new PaymentRule.IndividuallyRational { IsInterim = rational.NumberOf("Interim") is 1 }
            : PartnershipEnvironment.CountOf(draft) is not null ? new PaymentRule.Dissolution()
            : ChoiceReader.Applies(draft) && ProvisionCheck.GoalOf(draft) is null ? new PaymentRule.Clarke()
            : new PaymentRule.Threshold();
        return rule with { EntryFee = draft.First("EntryFee")?.Number(0) ?? 0 };
    }
}
