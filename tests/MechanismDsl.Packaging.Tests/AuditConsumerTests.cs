namespace MechanismDsl.Packaging.Tests;

/// <summary>The package MechanismDsl.Audit brings what it needs, beside the main package or alone.</summary>
[Collection(PackageCollection.Name)]
public sealed class AuditConsumerTests(PackageFixture package)
{
    private const string Program = """
        using MechanismDsl.Auditing;

        MechanismAssert.Truthful<Small>();
        Console.WriteLine(Audit.Exact<Small>()[Law.ExAnteBudgetBalanced].Counterexample!.Gain);
        Console.WriteLine(Audit.Simulate<Optimal>(10_000, threads: 1).ExactRevenue);
        Console.WriteLine(Audit.Search<Optimal>(new() { Profiles = 20 }).Holds(Law.DominantStrategyIncentiveCompatible));

        [Mechanism, SingleItem, Efficient, Agents(2), Prior<UniformIntegers>(1, 3), Money<long>]
        public partial class Small;

        [Mechanism, SingleItem, RevenueOptimal, Agents(2), Prior<Uniform>(0, 1)]
        public partial class Optimal;
        """;

    [Fact]
    public void A_project_that_references_both_packages_audits() => Runs("audit-beside", package.Project("<TreatWarningsAsErrors>true</TreatWarningsAsErrors><NoWarn>NU1603;MECH3005</NoWarn>", $"""<PackageReference Include="MechanismDsl.Audit" Version="{package.Version}" />"""));

    [Fact]
    public void A_project_that_references_only_it_declares_and_audits() =>
        Runs("audit-alone", package.Project("<TreatWarningsAsErrors>true</TreatWarningsAsErrors><NoWarn>NU1603;MECH3005</NoWarn>").Replace("\"MechanismDsl\"", "\"MechanismDsl.Audit\"", StringComparison.Ordinal));

    // NU1603: a feed may have another version of what it depends on. MECH3005: ties of whole values are worth something.
    private void Runs(string name, string project)
    {
        var folder = package.Consumer(name, ("Consumer.csproj", project), ("Program.cs", Program));

        // Two bidders uniform on 1, 2, 3, whole money: 17/9. Uniform on [0, 1] with the best reserve: 5/12.
        Assert.EndsWith("-17/9\n0.416666666666667\nFalse\n", Dotnet.Succeed(folder, "run"), StringComparison.Ordinal);
    }
}
