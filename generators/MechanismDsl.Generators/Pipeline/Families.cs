using MechanismDsl.Generators.Planning;
using MechanismDsl.Generators.Planning.Optimal;
using MechanismDsl.Generators.Writing;
using MechanismDsl.Generators.Writing.Choice;
using MechanismDsl.Generators.Writing.Crowdfunding;
using MechanismDsl.Generators.Writing.Exchange;
using MechanismDsl.Generators.Writing.Matching;
using MechanismDsl.Generators.Writing.Own;
using MechanismDsl.Generators.Writing.Partnerships;
using MechanismDsl.Generators.Writing.Screening;
using MechanismDsl.Generators.Writing.Service;
using MechanismDsl.Generators.Writing.Tables;
using MechanismDsl.Generators.Writing.Units;
using MechanismDsl.Language;
using MechanismDsl.Theory.Automated;
using MechanismDsl.Theory.Correlated;
using MechanismDsl.Theory.Crowdfunding;
using MechanismDsl.Theory.Exchange;
using MechanismDsl.Theory.Matching;
using MechanismDsl.Theory.MultiParameter;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Packages;
using MechanismDsl.Theory.Partnerships;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Provision;
using MechanismDsl.Theory.Screening;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.SingleParameter.Service;
using MechanismDsl.Theory.Units;

namespace MechanismDsl.Generators.Pipeline;

/// <summary>The families of mechanisms: which planner and which writer belong to which solution.</summary>
internal static class Families
{
    /// <summary>What is written for a solved declaration.</summary>
    public static FilePlan Plan(Found found, Reading reading, Solution solution) => OfFamily(found, reading, solution) with
    {
        Equivalents = found.Declaration.Attributes.Where(use => use.Name == "EquivalentTo").Select(use => use.TypeArgument?.Name).OfType<string>().ToEquatableArray(),
    };

    private static FilePlan OfFamily(Found found, Reading reading, Solution solution) => solution switch
    {
        SolvedOptimum { Problem.Environment.Feasible: AdditiveGoods } goods => GoodsPlan.Of(found.Declaration, goods),
        SolvedOptimum optimum => OptimalPlan.Of(found.Declaration, optimum, reading.Choice),
        SolvedExtraction extraction => ExtractionPlan.Of(found.Declaration, extraction),
        SolvedAuction auction => Planner.Plan(found.Declaration, auction),
        SolvedService service => ServicePlanner.Plan(found.Declaration, service),
        SolvedUnits units => UnitsPlan.Of(found.Declaration, units),
        SolvedDivisible divisible => DivisiblePlan.Of(found.Declaration, divisible),
        SolvedTaxation tax => TaxationPlan.Of(found.Declaration, tax),
        SolvedCampaign campaign => CampaignPlan.Of(found.Declaration, campaign),
        SolvedPartnership partnership => PartnershipPlan.Of(found.Declaration, partnership),
        SolvedPackages packages => PackagesPlan.Of(found.Declaration, packages),
        SolvedAssignment assignment => AssignmentPlan.Of(found.Declaration, assignment),
        SolvedProvision provision => ProvisionPlanner.Plan(found, provision, reading.Choice),
        SolvedMarket market => PricedMarketPlan.Of(found, market),
        SolvedExchange exchange => ExchangePlanner.Plan(found.Declaration, exchange),
        OwnRulesSolution own => OwnPlanner.Plan(found, own, reading.Rules ?? throw new ArgumentException("The rules of the user's own were not read.", nameof(reading))),
        SolvedChoice choice => ChoicePlanner.Plan(found, choice, reading.Choice ?? throw new ArgumentException("The outcomes were not read.", nameof(reading))),
        _ => throw new NotSupportedException($"No planner is known for {solution.GetType().Name}."),
    };

    /// <summary>The text of the file.</summary>
    public static string Write(FilePlan plan) => plan switch
    {
        GoodsPlan goods => GoodsTypeWriter.Write(goods),
        OptimalPlan optimum => OptimalTypeWriter.Write(optimum),
        ExtractionPlan extraction => ExtractionTypeWriter.Write(extraction),
        MechanismPlan auction => TypeWriter.Write(auction),
        ServicePlan service => ServiceTypeWriter.Write(service),
        UnitsPlan units => UnitsTypeWriter.Write(units),
        DivisiblePlan divisible => DivisibleTypeWriter.Write(divisible),
        TaxationPlan tax => TaxationTypeWriter.Write(tax),
        CampaignPlan campaign => CampaignTypeWriter.Write(campaign),
        PartnershipPlan partnership => PartnershipTypeWriter.Write(partnership),
        PackagesPlan packages => PackagesTypeWriter.Write(packages),
        AssignmentPlan assignment => AssignmentTypeWriter.Write(assignment),
        PricedMarketPlan market => PricedMarketTypeWriter.Write(market),
        ExchangePlan exchange => ExchangeTypeWriter.Write(exchange),
        OwnPlan own => OwnTypeWriter.Write(own),
        ChoicePlan choice => ChoiceTypeWriter.Write(choice),
        _ => throw new NotSupportedException($"No writer is known for {plan.GetType().Name}."),
    };
}
