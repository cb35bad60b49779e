using System.Diagnostics;
using MechanismDsl.Tool.Tests.Support;

namespace MechanismDsl.Tool.Tests.Reports;

/// <summary>Pages opened in headless Chromium: nothing is refused, everything is there, and dark is dark.</summary>
public class BrowserTests
{
    [ChromiumTheory]
    [InlineData("TwoBuyers")]
    [InlineData("Banner")]
    [InlineData("map")]
    public void A_browser_shows_the_page(string name)
    {
        var page = name == "map" ? Gallery.Map : Gallery.Page(name);
        using var folder = new Folder();
        var (dom, messages) = folder.Open(page, "--dump-dom");
        var drawn = Drawings.Parse(page);
        Assert.Equal(drawn.Figures().Count(), dom.Split("<svg ").Length - 1);
        Assert.Equal(drawn.Descendants().Count(one => one.Name.LocalName == "tr"), dom.Split("<tr").Length - 1);
        Assert.DoesNotContain("CONSOLE", messages, StringComparison.Ordinal);
        Assert.DoesNotContain("Refused to", messages, StringComparison.Ordinal);
    }

    [ChromiumFact]
    public void Light_and_dark_pictures_differ()
    {
        using var folder = new Folder();
        var (light, dark) = (folder.Picture(Gallery.Page("TwoBuyers"), "light"), folder.Picture(Gallery.Page("TwoBuyers"), "dark", "--blink-settings=preferredColorScheme=0"));
        Assert.True(light.Length > 20_000 && dark.Length > 20_000, "the pictures are empty");
        Assert.NotEqual(light, dark);
    }

    private sealed class Folder : IDisposable
    {
        private readonly string _path = Directory.CreateTempSubdirectory("mechanism-pages").FullName;

        public (string Output, string Messages) Open(string page, params string[] arguments)
        {
            var file = Path.Combine(_path, "page.html");
            File.WriteAllText(file, page);
            var start = new ProcessStartInfo(
                ChromiumFactAttribute.Program!,
                [
                    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                    "--hide-scrollbars", "--window-size=1280,1600", "--enable-logging=stderr", $"--user-data-dir={Path.Combine(_path, Guid.NewGuid().ToString())}", .. arguments, new Uri(file).AbsoluteUri,
                ])
            { RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            var messages = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(TimeSpan.FromMinutes(2)))
            {
                process.Kill(entireProcessTree: true);
                Assert.Fail("Chromium did not end within two minutes.");
            }

            return (output.Result, messages.Result);
        }

        public byte[] Picture(string page, string name, params string[] arguments)
        {
            var file = Path.Combine(_path, name + ".png");
            Open(page, [$"--screenshot={file}", .. arguments]);
            return File.ReadAllBytes(file);
        }

        public void Dispose() => Directory.Delete(_path, recursive: true);
    }
}

/// <summary>A test that needs Chromium; skipped, with a note, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ChromiumFactAttribute : FactAttribute
{
    public const string Note = "Chromium is not installed (apt-get install chromium); pages were not opened in a browser.";

    public ChromiumFactAttribute() => Skip = Program is null ? Note : null;

    public static string? Program { get; } = Array.Find(["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"], File.Exists);
}

/// <summary>The same for several cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ChromiumTheoryAttribute : TheoryAttribute
{
    public ChromiumTheoryAttribute() => Skip = ChromiumFactAttribute.Program is null ? ChromiumFactAttribute.Note : null;
}
