using System.Reflection;
using System.Runtime.Loader;
using MechanismDsl.Tool.Projects;

namespace MechanismDsl.Tool.Running;

/// <summary>A project that was built, loaded so that its mechanisms can be run.</summary>
internal sealed class MechanismHost : IDisposable
{
    private readonly Context _context;
    private readonly Assembly _assembly;

    private MechanismHost(string assembly)
    {
        _context = new Context(assembly);
        _assembly = _context.LoadFromAssemblyPath(assembly);
    }

    /// <summary>Builds a project and loads it.</summary>
    /// <exception cref="ToolException">It does not build; the message has the errors.</exception>
    public static MechanismHost Build(ProjectFile project)
    {
        var build = project.Build();
        return build.IsGood
            ? new MechanismHost(project.Assembly())
            : throw new ToolException($"The project does not build:\n{string.Join('\n', build.Output.Split('\n').Where(line => line.Contains("error", StringComparison.Ordinal)).Distinct())}", ToolException.BadProject);
    }

    /// <summary>The mechanism of a name, ready to be run.</summary>
    /// <exception cref="ToolException">There is none, or it takes reports that no file has.</exception>
    public Runner Find(string name) => Runner.Of(TypeOf(name));

    /// <summary>The generated type of a name.</summary>
    /// <exception cref="ToolException">There is none.</exception>
    public Type TypeOf(string name)
    {
        var mechanisms = _assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IMechanism)) && !type.IsInterface).ToList();
        var type = mechanisms.Find(one => one.Name == name) ?? mechanisms.Find(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase) || one.FullName == name);
        return type ?? throw new ToolException($"There is no mechanism '{name}'. The project declares: {string.Join(", ", mechanisms.Select(one => one.Name).Order(StringComparer.Ordinal))}.");
    }

    /// <inheritdoc/>
    public void Dispose() => _context.Unload();

    /// <summary>The project's libraries; the language itself is the one that this program has, so that both mean the same types.</summary>
    private sealed class Context(string assembly) : AssemblyLoadContext(isCollectible: true)
    {
        private readonly AssemblyDependencyResolver _resolver = new(assembly);

        protected override Assembly? Load(AssemblyName assemblyName) =>
            assemblyName.Name == typeof(IMechanism).Assembly.GetName().Name ? null
            : _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path)
            : null;
    }
}
