namespace MechanismDsl.Theory.Tests.Golden;

/// <summary>
/// What the attributes of this project cannot say about the cases of complete topics: which tests run them through declarations and generated code, or
/// put them before the analyzers, in other test projects; and which cases wait for what is not built yet.
/// </summary>
internal static class GoldenCoverage
{
    /// <summary>Tests of other projects. Each reads its cases from the same file, by an id or a start of ids that its source holds.</summary>
    public static IReadOnlyList<GoldenProgram> Programs { get; } =
    [
        new("MechanismDsl.Generators.Tests/Choices/TypesProgramsTests.cs", "HomeImprovement", "vcg-home-improvement-81"),
        new("MechanismDsl.Generators.Tests/Choices/TypesProgramsTests.cs", "PaymentsUpToTheLimitOfParticipation", "irvcg-home-0-0", "irvcg-home-10-0", "irvcg-home-12-0"),
        new("MechanismDsl.Generators.Tests/Choices/TypesProgramsTests.cs", "CostsBoostsAndWeights", "vcg-finite-04", "vcg-finite-05"),
        new("MechanismDsl.Generators.Tests/Choices/BalancedProgramsTests.cs", "HomeImprovement", "ee-home-improvement"),
        new("MechanismDsl.Generators.Tests/Choices/BalancedProgramsTests.cs", "TheOtherWaysToBalance", "prop71-home-improvement", "prop71-home-property-rights", "ee-public-project-3"),
        new("MechanismDsl.Generators.Tests/Choices/BalancedProgramsTests.cs", "OneItem", "ee-single-good-2x2"),
        new("MechanismDsl.Generators.Tests/Choices/BalancedProgramsTests.cs", "GrovesPaymentsThatBalance", "bb-groves-quadratic-n3"),
        new("MechanismDsl.Generators.Tests/Choices/BalancedProgramsTests.cs", "BilateralTrade", "dagva-bilateral-uniform"),
        new("MechanismDsl.Generators.Tests/Choices/ProjectProgramsTests.cs", "PublishedProjects", "vcg-public-project-*"),
        new("MechanismDsl.Generators.Tests/Choices/OutcomesProgramsTests.cs", "GoldenCasesWithoutCost", "vcg-finite-00", "vcg-finite-01", "vcg-finite-02", "vcg-finite-03", "vcg-finite-06"),
        new("MechanismDsl.Generators.Tests/OwnRules/GrovesProgramsTests.cs", "PaymentsAtThePublishedValues", "groves-custom-h-10_8_6_4"),
        new("MechanismDsl.Generators.Tests/OwnRules/GrovesProgramsTests.cs", "ThePublishedDeviationPays", "groves-uniqueness-perturbed"),
        new("MechanismDsl.Analyzers.Tests/Rules/Corpus/GrovesPaymentTests.cs", "PublishedTermsOfTheOthersKeepTruthDominant", "groves-custom-h-10_8_6_4"),
        new("MechanismDsl.Analyzers.Tests/Rules/Corpus/GrovesPaymentTests.cs", "AShareOfTheOwnBidBreaksIt", "groves-uniqueness-perturbed"),
        new("MechanismDsl.Generators.Tests/Service/ServiceGoldenTests.cs", "GeneratedCodeGivesTheNumbersOfTheCases", "multiunit-P-*", "position-P-*"),
        new("MechanismDsl.Generators.Tests/Matching/AssignmentProgramsTests.cs", "PublishedCases", "assignment-vcg-*"),
        new("MechanismDsl.Generators.Tests/Matching/PackagesProgramsTests.cs", "PublishedCases", "combinatorial-vcg-*"),
        new("MechanismDsl.OrTools.Tests/LargePackageAuctionTests.cs", "GoldenCasesOfBothSolvers", "combinatorial-vcg-*"),
        new("MechanismDsl.Generators.Tests/Provision/ProvisionProgramsTests.cs", "PublishedCases", "ms-uniform-*", "public-uniform2-*", "public-uniform3-*", "public-exp2-*", "public-power2-*"),
        new("MechanismDsl.Generators.Tests/Exchange/GeneratedAgainstInterpreterTests.cs", "PublishedCases", "double-auction-*"),
        new("MechanismDsl.Generators.Tests/Correlated/CorrelatedProgramsTests.cs", "CorrelatedSale", "cm-001-3x3"),
        new("MechanismDsl.Generators.Tests/Correlated/CorrelatedProgramsTests.cs", "YetAnotherAuction", "cm-yet-another-auction"),
        new("MechanismDsl.Generators.Tests/Correlated/CorrelatedProgramsTests.cs", "PublishedRevenues", "cm-2x2", "cm-violated-independent", "cm-violated-duplicate-belief"),
        new("MechanismDsl.Generators.Tests/Optimal/OptimalProgramsTests.cs", "Trades", "amd-bilateral-P-0_1_2-vs-0_1_2", "amd-bilateral-P-1_3-vs-2_4", "amd-bilateral-P-1_2_3_4_5-vs-1_2_3_4_5"),
        new("MechanismDsl.Generators.Tests/Optimal/OptimalProgramsTests.cs", "Projects", "amd-public-P-2-c2-02", "amd-public-P-2-c3-12"),
        new("MechanismDsl.Generators.Tests/Optimal/OptimalProgramsTests.cs", "TwoGoods", "amd-two-goods-1212", "amd-two-goods-1213", "amd-two-goods-0102"),
        new("MechanismDsl.Generators.Tests/Optimal/GoodsProgramsTests.cs", "OneBuyer", "amd-two-goods-1212", "amd-two-goods-1213", "amd-two-goods-0102"),
        new("MechanismDsl.Generators.Tests/Partnerships/PartnershipProgramsTests.cs", "PublishedCases", "partnership-P-*", "partnership-two-share-bounds"),
        new("MechanismDsl.Generators.Tests/Crowdfunding/CampaignProgramsTests.cs", "PublishedCases", "crowdfunding-allornothing-P-*", "crowdfunding-optimal-P-2-1o2"),
        new("MechanismDsl.Generators.Tests/Screening/TaxationProgramsTests.cs", "PublishedCases", "taxation-finite-*", "taxation-uniform-1-2"),
    ];

    /// <summary>Cases of complete topics that nothing tests yet, each with what it waits for.</summary>
    public static IReadOnlyDictionary<string, string> Later { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>A test of another project that runs cases.</summary>
internal sealed record GoldenProgram(string File, string Method, params string[] Patterns);
