using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace MechanismDsl.Tool.Projects;

/// <summary>A file of the project that is no source, such as last month's bids.</summary>
internal sealed class ProjectText(string path) : AdditionalText
{
    /// <inheritdoc/>
    public override string Path => path;

    /// <inheritdoc/>
    public override SourceText? GetText(CancellationToken cancellationToken = default) => File.Exists(path) ? SourceText.From(File.ReadAllText(path), Encoding.UTF8) : null;
}
