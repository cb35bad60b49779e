namespace MechanismDsl.Benchmarks;

/// <summary>
/// First runs of generators: on one declaration in a process that has not run them (they are loaded and compiled, after the compiler itself has been), and on
/// projects of 1, 100 and 1000 declarations in a process that has. Other sections in the same process would make the first part warm.
/// </summary>
internal static class ColdSection
{
    public static IEnumerable<Duration> Durations()
    {
        // The compiler's own start is nobody's.
        var warmUp = GeneratorProject.Opened(PeerGenerator.Ours, 0);
        warmUp.Keystroke();

        foreach (var peer in PeerGenerator.All)
        {
            yield return Once(peer, 1, "first in the process");
        }

        foreach (var count in (int[])[1, 100, 1000])
        {
            foreach (var peer in PeerGenerator.All)
            {
                var times = Enumerable.Range(0, 5).Select(_ => Once(peer, count, "")).OrderBy(duration => duration.Time.AtMost).ToList();
                yield return times[times.Count / 2] with { Title = $"first run on a project of {count}, warm" };
            }
        }
    }

    private static Duration Once(PeerGenerator peer, int count, string title)
    {
        var project = GeneratorProject.Opened(peer, count);
        return new Duration(title, peer.Name, Spent.On(() => project.FirstRun()));
    }
}
