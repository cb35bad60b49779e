using System.Runtime.CompilerServices;
using MechanismDsl.Theory.Numbers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace MechanismDsl.Language.Rules.Memory;

/// <summary>
/// Rules that were read before. A reading stands as long as the surface of the compilation is the same, and with it every file whose text the reading
/// has looked into. So a keystroke elsewhere reads no rule again, and one in a helper reads those that call it.
/// </summary>
/// <remarks>Readings live as long as the file of their method does; they hold other files weakly, and no symbols.</remarks>
internal static class ReadingMemory
{
    /// <summary>Readings of one method: generators read it without the generated files, analyzers with them, and a project can be built in several ways.</summary>
    private const int ReadingsOfOne = 4;

    private static readonly ConditionalWeakTable<SyntaxTree, Dictionary<Key, List<Entry>>> Files = new();

    /// <summary>The reading of a method.</summary>
    /// <param name="method">Where the method is declared.</param>
    /// <param name="roles">What its parameters stand for.</param>
    /// <param name="firstSite">The number of its first site.</param>
    /// <param name="compilation">The compilation.</param>
    /// <param name="read">Reads it, and says which files it has looked into.</param>
    /// <param name="cancellation">Cancels.</param>
    public static RuleReading Of(
        SyntaxReference method,
        EquatableArray<ParameterRoles> roles,
        int firstSite,
        Compilation compilation,
        Func<(RuleReading Reading, IEnumerable<SyntaxTree> Files)> read,
        CancellationToken cancellation)
    {
        var surface = SourceSurface.Of(compilation, cancellation);
        var entries = Files.GetValue(method.SyntaxTree, static _ => []);
        var key = new Key(method.Span, roles, firstSite);
        lock (entries)
        {
            if (entries.TryGetValue(key, out var known) && known.Find(entry => entry.Holds(surface, compilation)) is { } entry)
            {
                return entry.Reading;
            }
        }

        var (reading, files) = read();
        lock (entries)
        {
            if (!entries.TryGetValue(key, out var known))
            {
                entries.Add(key, known = []);
            }

            known.Insert(0, new Entry(surface, [.. files.Where(file => file != method.SyntaxTree).Select(file => new WeakReference<SyntaxTree>(file))], reading));
            if (known.Count > ReadingsOfOne)
            {
                known.RemoveAt(ReadingsOfOne);
            }
        }

        return reading;
    }

    private readonly record struct Key(TextSpan Span, EquatableArray<ParameterRoles> Roles, int FirstSite);

    private sealed record Entry(SourceSurface Surface, WeakReference<SyntaxTree>[] Files, RuleReading Reading)
    {
        public bool Holds(SourceSurface surface, Compilation compilation) =>
            ReferenceEquals(Surface, surface) && Files.All(file => file.TryGetTarget(out var tree) && compilation.ContainsSyntaxTree(tree));
    }
}
