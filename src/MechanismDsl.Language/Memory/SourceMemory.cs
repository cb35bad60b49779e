using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Language.Memory;

/// <summary>
/// What was read of source before. A reading stands as long as the surface of the compilation is the same, and with it the file it belongs to and every other
/// file whose text it has looked into. So a keystroke elsewhere reads nothing again, and one in a helper reads what calls it.
/// </summary>
/// <typeparam name="TKey">What a reading is of, within its file.</typeparam>
/// <typeparam name="TReading">The reading: plain values. What holds symbols or syntax would keep compilations alive.</typeparam>
/// <remarks>Readings live as long as their file does; they hold other files weakly.</remarks>
public sealed class SourceMemory<TKey, TReading>
    where TKey : notnull
{
    /// <summary>Readings of one thing: generators read it without the generated files, analyzers with them, and a project can be built in several ways.</summary>
    private const int ReadingsOfOne = 4;

    private readonly ConditionalWeakTable<SyntaxTree, Dictionary<TKey, List<Entry>>> _files = new();

    /// <summary>The reading, from memory where it stands.</summary>
    /// <param name="file">The file of what is read.</param>
    /// <param name="key">What is read.</param>
    /// <param name="compilation">The compilation.</param>
    /// <param name="read">Reads it, and adds the files that it looks into.</param>
    /// <param name="seen">Receives the files that the reading rests on, besides its own: what is remembered of a larger reading needs them.</param>
    /// <param name="cancellation">Cancels.</param>
    public TReading Of(SyntaxTree file, TKey key, Compilation compilation, Func<FilesRead, TReading> read, FilesRead? seen, CancellationToken cancellation)
    {
        var surface = SourceSurface.Of(compilation, cancellation);
        var entries = _files.GetValue(file, static _ => []);
        Entry? entry;
        lock (entries)
        {
            entry = Find(entries, key, surface, compilation);
        }

        if (entry is null)
        {
            var files = new FilesRead();
            entry = new Entry(surface, read(files), [.. files.Files.Where(other => other != file).Select(other => new WeakReference<SyntaxTree>(other))]);
            Remember(entries, key, entry);
        }

        seen?.Add(entry.Files());
        return entry.Reading;
    }

    /// <summary>Whether the reading would come from memory.</summary>
    /// <param name="file">The file of what is read.</param>
    /// <param name="key">What is read.</param>
    /// <param name="compilation">The compilation.</param>
    /// <param name="cancellation">Cancels.</param>
    public bool Knows(SyntaxTree file, TKey key, Compilation compilation, CancellationToken cancellation)
    {
        var surface = SourceSurface.Of(compilation, cancellation);
        var entries = _files.GetValue(file, static _ => []);
        lock (entries)
        {
            return Find(entries, key, surface, compilation) is not null;
        }
    }

    private static Entry? Find(Dictionary<TKey, List<Entry>> entries, TKey key, SourceSurface surface, Compilation compilation) =>
        entries.TryGetValue(key, out var known) ? known.Find(entry => entry.Holds(surface, compilation)) : null;

    private static void Remember(Dictionary<TKey, List<Entry>> entries, TKey key, Entry entry)
    {
        lock (entries)
        {
            if (!entries.TryGetValue(key, out var known))
            {
                entries.Add(key, known = []);
            }

            known.Insert(0, entry);
            if (known.Count > ReadingsOfOne)
            {
                known.RemoveAt(ReadingsOfOne);
            }
        }
    }

    private sealed class Entry(SourceSurface surface, TReading reading, WeakReference<SyntaxTree>[] others)
    {
        public TReading Reading => reading;

        public bool Holds(SourceSurface now, Compilation compilation) =>
            ReferenceEquals(surface, now) && Array.TrueForAll(others, other => other.TryGetTarget(out var tree) && compilation.ContainsSyntaxTree(tree));

        /// <summary>The other files; all of them are alive while the compilation is that contains them.</summary>
        public IEnumerable<SyntaxTree> Files() => others.Select(other => other.TryGetTarget(out var tree) ? tree : null).OfType<SyntaxTree>();
    }
}
