using Microsoft.CodeAnalysis;

namespace MechanismDsl.Language.Memory;

/// <summary>The files whose text a reading has looked into, and not only their declarations: the reading stands as long as they do.</summary>
public sealed class FilesRead
{
    private readonly HashSet<SyntaxTree> _files = [];

    /// <summary>The files.</summary>
    public IReadOnlyCollection<SyntaxTree> Files => _files;

    /// <summary>Adds files.</summary>
    /// <param name="files">Files of the compilation; the same one may come twice.</param>
    public void Add(IEnumerable<SyntaxTree> files) => _files.UnionWith(files);

    /// <summary>Adds the files in which a symbol is declared.</summary>
    /// <param name="symbol">A symbol; one of another assembly has no files here.</param>
    public void AddDeclarations(ISymbol symbol) => Add(symbol.DeclaringSyntaxReferences.Select(reference => reference.SyntaxTree));
}
