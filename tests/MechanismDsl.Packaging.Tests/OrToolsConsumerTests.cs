namespace MechanismDsl.Packaging.Tests;

/// <summary>The package MechanismDsl.OrTools is enough to declare an auction that it solves.</summary>
[Collection(PackageCollection.Name)]
public sealed class OrToolsConsumerTests(PackageFixture package)
{
    [Fact]
    public void A_project_that_references_only_it_declares_builds_and_runs()
    {
        var folder = package.Consumer(
            "ortools-consumer",
            // NU1603: a feed may have another version of what OR-Tools depends on.
            ("Consumer.csproj", package.Project("<TreatWarningsAsErrors>true</TreatWarningsAsErrors><NoWarn>NU1603</NoWarn>").Replace("\"MechanismDsl\"", "\"MechanismDsl.OrTools\"", StringComparison.Ordinal)),
            ("Program.cs", """
                using MechanismDsl.OrTools;

                Console.WriteLine(Spectrum.Run([new(0, [0, 1, 119], 900), new(1, [119], 500), new(2, [0, 60], 600)], bidders: 3));

                [Mechanism, Packages(120, Nodes = 0), Efficient, Money<long>, IntegerProgram]
                public partial class Spectrum;
                """));

        // The parts are worth 1100 together, the whole 900: each pays 900 less the other's bid.
        Assert.EndsWith("1: bid 1 at 300, 2: bid 2 at 400\n", Dotnet.Succeed(folder, "run"), StringComparison.Ordinal);
    }
}
