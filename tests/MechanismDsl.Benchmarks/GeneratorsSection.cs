namespace MechanismDsl.Benchmarks;

/// <summary>
/// This generator against those that most projects have: the first run on a project in a process that has run them before, and a keystroke in a file that
/// has nothing to do with any declaration. The reference is the generator of regular expressions.
/// </summary>
internal static class GeneratorsSection
{
    private static readonly PeerGenerator[] Others = [PeerGenerator.Ours, PeerGenerator.Json, PeerGenerator.Mapperly];

    public static IEnumerable<Comparison> Comparisons()
    {
        foreach (var count in (int[])[1, 100, 1000])
        {
            yield return new Comparison(
                $"keystroke elsewhere, {count} declarations",
                1,
                Keystroke(PeerGenerator.Regex, count, null),
                [.. Others.Select(peer => Keystroke(peer, count, peer == PeerGenerator.Ours ? 1 : null))]) { Rounds = count < 1000 ? 101 : 21 };
        }
    }

    private static Variant Keystroke(PeerGenerator peer, int count, double? target)
    {
        var project = GeneratorProject.Opened(peer, count);
        project.FirstRun();
        return new Variant(peer.Name, project.Keystroke, target);
    }
}
