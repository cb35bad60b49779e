using System.Runtime.CompilerServices;
using MechanismDsl.Theory.Numbers;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Language.Memory;

/// <summary>
/// Everything of a compilation that a name can depend on, in a body or in an attribute: references, options, and the surfaces of the files. Compilations with the
/// same surface, and with the same file around a piece of code, give it the same meaning.
/// </summary>
/// <remarks>Surfaces are equal exactly if they are the same object. They keep no compilation, file or reference alive.</remarks>
internal sealed class SourceSurface
{
    /// <summary>Surfaces that a new compilation is compared with: some projects, each with and without generated files.</summary>
    private const int Remembered = 16;

    private static readonly object Gate = new();
    private static readonly ConditionalWeakTable<Compilation, SourceSurface> Known = new();
    private static readonly LinkedList<SourceSurface> Recent = [];

    private readonly string? _assembly;
    private readonly CompilationOptions _options;
    private readonly WeakReference<MetadataReference>[] _references;
    private readonly EquatableArray<(string Path, ParseOptions Options, string Hash)> _files;

    private SourceSurface(Compilation compilation, CancellationToken cancellation)
    {
        _assembly = compilation.AssemblyName;
        _options = Options(compilation);
        _references = [.. compilation.References.Select(reference => new WeakReference<MetadataReference>(reference))];
        _files = compilation.SyntaxTrees.Select(tree => (tree.FilePath, tree.Options, FileSurface.Of(tree, cancellation).Hash)).ToEquatableArray();
        GlobalAliases = compilation.SyntaxTrees.SelectMany(tree => FileSurface.Of(tree, cancellation).GlobalAliases).ToEquatableArray();
    }

    /// <summary>The names that <c>global using</c> directives give to types and namespaces.</summary>
    public EquatableArray<string> GlobalAliases { get; }

    /// <summary>The surface of a compilation; that of an earlier one if only bodies differ.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="cancellation">Cancels the comparison.</param>
    public static SourceSurface Of(Compilation compilation, CancellationToken cancellation)
    {
        if (Known.TryGetValue(compilation, out var known))
        {
            return known;
        }

        var surface = new SourceSurface(compilation, cancellation);
        lock (Gate)
        {
            return Known.GetValue(compilation, _ => Earlier(surface, compilation) ?? surface);
        }
    }

    private static SourceSurface? Earlier(SourceSurface surface, Compilation compilation)
    {
        var earlier = Recent.FirstOrDefault(one => one.IsThatOf(surface, compilation));
        if (earlier is not null)
        {
            Recent.Remove(earlier);
        }

        Recent.AddFirst(earlier ?? surface);
        if (Recent.Count > Remembered)
        {
            Recent.RemoveLast();
        }

        return earlier;
    }

    private bool IsThatOf(SourceSurface other, Compilation compilation) =>
        _assembly == other._assembly
        && _files == other._files
        && _options.Equals(other._options)
        && _references.Length == other._references.Length
        && _references.Zip(compilation.References, (mine, theirs) => mine.TryGetTarget(out var reference) && ReferenceEquals(reference, theirs)).All(same => same);

    // How severe a diagnostic is changes no meaning, nor does how files are found and signed; and who says so may hold every file of the project, or, as the
    // compiler's own resolver of references, refuse to be compared.
    private static CompilationOptions Options(Compilation compilation) =>
        compilation.Options
            .WithSyntaxTreeOptionsProvider(null)
            .WithMetadataReferenceResolver(null)
            .WithSourceReferenceResolver(null)
            .WithXmlReferenceResolver(null)
            .WithStrongNameProvider(null);
}
