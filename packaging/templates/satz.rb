# Formula for Homebrew, filled in by packaging/templates/fill.py.
class Satz < Formula
  desc "Keeps every translation of a German article in step with its source"
  homepage "https://github.com/OWNER/satz"
  version "@VERSION@"
  license all_of: [{ any_of: ["MIT", "Apache-2.0"] }, "Unicode-3.0"]

  on_macos do
    on_arm do
      url "https://github.com/OWNER/satz/releases/download/v@VERSION@/satz-aarch64-apple-darwin.tar.gz"
      sha256 "@SHA256:satz-aarch64-apple-darwin.tar.gz@"
    end
    on_intel do
      url "https://github.com/OWNER/satz/releases/download/v@VERSION@/satz-x86_64-apple-darwin.tar.gz"
      sha256 "@SHA256:satz-x86_64-apple-darwin.tar.gz@"
    end
  end

  on_linux do
    on_arm do
      url "https://github.com/OWNER/satz/releases/download/v@VERSION@/satz-aarch64-unknown-linux-musl.tar.gz"
      sha256 "@SHA256:satz-aarch64-unknown-linux-musl.tar.gz@"
    end
    on_intel do
      url "https://github.com/OWNER/satz/releases/download/v@VERSION@/satz-x86_64-unknown-linux-musl.tar.gz"
      sha256 "@SHA256:satz-x86_64-unknown-linux-musl.tar.gz@"
    end
  end

  def install
    bin.install "satz"
    man1.install Dir["man/*.1"]
    bash_completion.install "completions/satz.bash" => "satz"
    zsh_completion.install "completions/_satz"
    fish_completion.install "completions/satz.fish"
  end

  test do
    system bin/"satz", "init", "demo", "--locales", "en"
    assert_match "wrote", shell_output("#{bin}/satz -C demo sync")
  end
end
