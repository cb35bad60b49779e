using System.Runtime.CompilerServices;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Tool.Reports.Charts;
using MechanismDsl.Tool.Reports.Figures;
using MechanismDsl.Tool.Reports.Pages;
using MechanismDsl.Tool.Tests.Support;

namespace MechanismDsl.Tool.Tests.Reports;

/// <summary>One whole page and one picture of the documentation, to the byte. What differs is written beside the file as .received: look at it, then rename it.</summary>
public class SnapshotTests
{
    [Fact]
    public void Page() => Compare("Snapshots/TwoBuyers.verified.html", MechanismPage.Write(TwoBuyers.Declared, TwoBuyers.Solution, "// the generated code", CancellationToken.None));

    [Fact]
    public void Picture_of_the_documentation() => Compare(
        "../../../docs/two-buyers.svg",
        FigureDrawing.Draw(AuctionRegionFigure.Of("regions", (SolvedAuction)TwoBuyers.Solution!)!, isAlone: true) + "\n");

    private static Tool.Reports.Map.MapEntry TwoBuyers => Gallery.Entries.Single(entry => entry.Declared.Name == "TwoBuyers");

    private static void Compare(string file, string actual, [CallerFilePath] string here = "")
    {
        var path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, file));
        var expected = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : null;
        if (expected != actual)
        {
            var received = Path.ChangeExtension(path.Replace(".verified", string.Empty, StringComparison.Ordinal), ".received" + Path.GetExtension(path));
            File.WriteAllText(received, actual);
            Assert.Fail($"'{path}' is not what is drawn now; see '{received}'.");
        }
    }
}
